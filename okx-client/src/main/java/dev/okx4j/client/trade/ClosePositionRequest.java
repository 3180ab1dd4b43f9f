package dev.okx4j.client.trade;

import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which position to close, whole and at the market.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param posSide which position is meant; net or absent where there is one per instrument
 * @param mgnMode how the position is margined: cross or isolated
 * @param ccy the margin currency, which a cross margin position in futures mode needs
 * @param autoCxl whether OKX first cancels the live orders that would close the position; absent, they make it refuse
 * @param clOrdId the caller's own id of the closing order: 1 to 32 letters and digits; minted when absent
 * @param tag the caller's tag, up to 16 letters and digits
 */
@RecordBuilder
public record ClosePositionRequest(
        String instId,
        @Nullable PosSide posSide,
        MgnMode mgnMode,
        @Nullable String ccy,
        @Nullable Boolean autoCxl,
        @Nullable String clOrdId,
        @Nullable String tag) {
    public ClosePositionRequest {
        Objects.requireNonNull(instId, "instId");
        Objects.requireNonNull(mgnMode, "mgnMode");
        if (mgnMode == MgnMode.cash) {
            throw new IllegalArgumentException("mgnMode is cash, which holds no position: give cross or isolated");
        }
    }

    /** Returns a builder without any value. */
    public static ClosePositionRequestBuilder builder() {
        return ClosePositionRequestBuilder.builder();
    }
}
