package dev.okx4j.client.trade;

import dev.okx4j.client.model.PosSide;
import org.jspecify.annotations.Nullable;

/**
 * OKX's acknowledgement that it closes a position: look the closing order up by its client id to see what it filled.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param posSide which position is meant; net where there is one per instrument
 * @param clOrdId the client id of the closing order
 * @param tag the caller's tag, up to 16 letters and digits
 */
public record ClosePositionAck(
        String instId,
        @Nullable PosSide posSide,
        @Nullable String clOrdId,
        @Nullable String tag) {}
