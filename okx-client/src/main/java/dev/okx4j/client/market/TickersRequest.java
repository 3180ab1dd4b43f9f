package dev.okx4j.client.market;

import dev.okx4j.client.model.InstType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which tickers to read.
 *
 * @param instType the kind of instrument
 * @param instFamily the family, such as BTC-USD; absent for spot
 */
@RecordBuilder
public record TickersRequest(InstType instType, @Nullable String instFamily) {
    public TickersRequest {
        Objects.requireNonNull(instType, "instType");
    }

    /** Returns a builder without any value. */
    public static TickersRequestBuilder builder() {
        return TickersRequestBuilder.builder();
    }
}
