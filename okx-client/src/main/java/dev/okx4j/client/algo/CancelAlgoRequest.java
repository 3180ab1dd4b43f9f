package dev.okx4j.client.algo;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which algo order to cancel, by either id.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param algoId OKX's id of the algo order
 * @param algoClOrdId the caller's own id of the algo order: 1 to 32 letters and digits
 */
@RecordBuilder
public record CancelAlgoRequest(
        String instId, @Nullable String algoId, @Nullable String algoClOrdId) {
    public CancelAlgoRequest {
        Objects.requireNonNull(instId, "instId");
    }

    /** Returns a builder without any value. */
    public static CancelAlgoRequestBuilder builder() {
        return CancelAlgoRequestBuilder.builder();
    }
}
