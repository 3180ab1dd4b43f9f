package dev.okx4j.client.market;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which candles to read.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param bar the span of a candle, such as 1m, 4H or 1D (days from midnight UTC+8; 1Dutc from midnight UTC)
 * @param after only candles that start before this time
 * @param before only candles that start after this time
 * @param limit how many records at most
 */
@RecordBuilder
public record CandlesRequest(
        String instId,
        @Nullable String bar,
        @Nullable Instant after,
        @Nullable Instant before,
        @Nullable Integer limit) {
    public CandlesRequest {
        Objects.requireNonNull(instId, "instId");
    }

    /** Returns a builder without any value. */
    public static CandlesRequestBuilder builder() {
        return CandlesRequestBuilder.builder();
    }
}
