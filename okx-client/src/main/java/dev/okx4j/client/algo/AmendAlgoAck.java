package dev.okx4j.client.algo;

import org.jspecify.annotations.Nullable;

/**
 * OKX's acknowledgement of a change to an algo order.
 *
 * @param algoId OKX's id of the algo order
 * @param algoClOrdId the caller's own id of the algo order: 1 to 32 letters and digits
 * @param reqId the id of the change, as the request had it
 * @param sCode OKX's code for this item; 0 is accepted
 * @param sMsg OKX's message for this item
 */
public record AmendAlgoAck(
        String algoId,
        @Nullable String algoClOrdId,
        @Nullable String reqId,
        String sCode,
        @Nullable String sMsg) {}
