package dev.okx4j.client.publicdata;

import dev.okx4j.client.model.InstType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which mark prices to read.
 *
 * @param instType the kind of instrument
 * @param instFamily the family, such as BTC-USD; absent for spot
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 */
@RecordBuilder
public record MarkPriceRequest(
        InstType instType,
        @Nullable String instFamily,
        @Nullable String instId) {
    public MarkPriceRequest {
        Objects.requireNonNull(instType, "instType");
    }

    /** Returns a builder without any value. */
    public static MarkPriceRequestBuilder builder() {
        return MarkPriceRequestBuilder.builder();
    }
}
