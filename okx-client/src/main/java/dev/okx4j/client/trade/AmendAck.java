package dev.okx4j.client.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * OKX's acknowledgement of a change to an order: it took the request; the order itself shows whether it has changed.
 *
 * @param ordId OKX's id of the order
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 * @param ts when OKX made the statement
 * @param reqId the id of the change, as the request had it
 * @param sCode OKX's code for this item; 0 is accepted
 * @param sMsg OKX's message for this item
 * @param subCode OKX's finer code; empty on success
 * @param inTime when the gateway received the request, in microseconds since 1970
 * @param outTime when the gateway sent the answer, in microseconds since 1970
 */
public record AmendAck(
        String ordId,
        @Nullable String clOrdId,
        @Nullable Instant ts,
        @Nullable String reqId,
        String sCode,
        @Nullable String sMsg,
        @Nullable String subCode,
        @Nullable String inTime,
        @Nullable String outTime) {}
