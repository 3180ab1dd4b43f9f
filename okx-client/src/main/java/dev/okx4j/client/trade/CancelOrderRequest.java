package dev.okx4j.client.trade;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which order to cancel, by either id; with both, OKX goes by its own.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ordId OKX's id of the order
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 */
@RecordBuilder
public record CancelOrderRequest(
        String instId, @Nullable String ordId, @Nullable String clOrdId) {
    public CancelOrderRequest {
        Objects.requireNonNull(instId, "instId");
    }

    /** Returns a builder without any value. */
    public static CancelOrderRequestBuilder builder() {
        return CancelOrderRequestBuilder.builder();
    }
}
