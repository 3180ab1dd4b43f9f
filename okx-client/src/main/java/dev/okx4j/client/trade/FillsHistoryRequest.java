package dev.okx4j.client.trade;

import dev.okx4j.client.model.InstType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which fills of the last three months to list, newest first.
 *
 * @param instType the kind of instrument
 * @param instFamily the family, such as BTC-USD; absent for spot
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ordId OKX's id of the order
 * @param subType OKX's number for what happened
 * @param after only records older than this bill id
 * @param before only records newer than this bill id
 * @param begin only records from this time on
 * @param end only records up to this time
 * @param limit how many records at most: 1 to 100, which is also what OKX takes when absent
 */
@RecordBuilder
public record FillsHistoryRequest(
        InstType instType,
        @Nullable String instFamily,
        @Nullable String instId,
        @Nullable String ordId,
        @Nullable String subType,
        @Nullable String after,
        @Nullable String before,
        @Nullable Instant begin,
        @Nullable Instant end,
        @Nullable Integer limit) {
    public FillsHistoryRequest {
        Objects.requireNonNull(instType, "instType");
    }

    /** Returns a builder without any value. */
    public static FillsHistoryRequestBuilder builder() {
        return FillsHistoryRequestBuilder.builder();
    }
}
