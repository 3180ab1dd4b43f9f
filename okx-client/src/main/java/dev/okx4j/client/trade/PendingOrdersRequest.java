package dev.okx4j.client.trade;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which live orders to list, newest first; without a filter, all of them.
 *
 * @param instType the kind of instrument
 * @param instFamily the family, such as BTC-USD; absent for spot
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ordType how the order meets the book
 * @param state how far it has come
 * @param after only records older than this id
 * @param before only records newer than this id
 * @param limit how many records at most
 */
@RecordBuilder
public record PendingOrdersRequest(
        @Nullable InstType instType,
        @Nullable String instFamily,
        @Nullable String instId,
        @Nullable OrdType ordType,
        @Nullable OrderState state,
        @Nullable String after,
        @Nullable String before,
        @Nullable Integer limit) {
    /** Returns a builder without any value. */
    public static PendingOrdersRequestBuilder builder() {
        return PendingOrdersRequestBuilder.builder();
    }
}
