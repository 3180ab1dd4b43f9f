package dev.okx4j.client.trade;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which finished orders to list, newest first.
 *
 * @param instType the kind of instrument
 * @param instFamily the family, such as BTC-USD; absent for spot
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ordType how the order meets the book
 * @param state how far it has come: filled, canceled or mmp_canceled
 * @param category why the order exists: twap, adl, full_liquidation, partial_liquidation, delivery or ddh
 * @param after only records older than this id
 * @param before only records newer than this id
 * @param begin only orders created from this time on
 * @param end only orders created up to this time
 * @param limit how many records at most: 1 to 100, which is also what OKX takes when absent
 */
@RecordBuilder
public record OrderHistoryRequest(
        InstType instType,
        @Nullable String instFamily,
        @Nullable String instId,
        @Nullable OrdType ordType,
        @Nullable OrderState state,
        @Nullable String category,
        @Nullable String after,
        @Nullable String before,
        @Nullable Instant begin,
        @Nullable Instant end,
        @Nullable Integer limit) {
    public OrderHistoryRequest {
        Objects.requireNonNull(instType, "instType");
    }

    /** Returns a builder without any value. */
    public static OrderHistoryRequestBuilder builder() {
        return OrderHistoryRequestBuilder.builder();
    }
}
