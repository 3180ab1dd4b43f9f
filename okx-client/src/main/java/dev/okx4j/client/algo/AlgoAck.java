package dev.okx4j.client.algo;

import org.jspecify.annotations.Nullable;

/**
 * OKX's acknowledgement of a placed or cancelled algo order.
 *
 * @param algoId OKX's id of the algo order
 * @param clOrdId the old client id; see algoClOrdId
 * @param algoClOrdId the caller's own id of the algo order: 1 to 32 letters and digits
 * @param sCode OKX's code for this item; 0 is accepted
 * @param sMsg OKX's message for this item
 * @param tag the caller's tag, up to 16 letters and digits
 */
public record AlgoAck(
        String algoId,
        @Nullable String clOrdId,
        @Nullable String algoClOrdId,
        String sCode,
        @Nullable String sMsg,
        @Nullable String tag) {}
