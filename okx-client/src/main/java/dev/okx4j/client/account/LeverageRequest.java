package dev.okx4j.client.account;

import dev.okx4j.client.model.MgnMode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose leverage to read.
 *
 * @param instId up to twenty instruments
 * @param ccy up to twenty currencies
 * @param mgnMode how the position is margined
 */
@RecordBuilder
public record LeverageRequest(
        @Nullable List<String> instId, @Nullable List<String> ccy, MgnMode mgnMode) {
    public LeverageRequest {
        Objects.requireNonNull(mgnMode, "mgnMode");
    }

    /** Returns a builder without any value. */
    public static LeverageRequestBuilder builder() {
        return LeverageRequestBuilder.builder();
    }
}
