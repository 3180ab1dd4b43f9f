package dev.okx4j.client.intent;

import org.jspecify.annotations.Nullable;

/**
 * What became of a write: it was taken, it was refused, it never left, or nobody knows yet.
 *
 * @param <A> what OKX acknowledges a write with
 */
public sealed interface Outcome<A> {
    /** Returns the client id of the order that the write is about; empty when the caller named it by OKX's id alone. */
    String clOrdId();

    /**
     * OKX took the write. For an order this means accepted, not filled.
     *
     * @param ack OKX's acknowledgement
     * @param clOrdId the client id of the order
     */
    record Confirmed<A>(A ack, String clOrdId) implements Outcome<A> {}

    /**
     * OKX refused the write, and nothing happened.
     *
     * @param code OKX's code for the refusal
     * @param msg OKX's message
     * @param subCode OKX's finer code, when it sent one
     * @param clOrdId the client id of the order
     */
    record Rejected<A>(String code, String msg, @Nullable String subCode, String clOrdId) implements Outcome<A> {}

    /**
     * The write did not leave this process, so calling again is safe.
     *
     * @param reason why, as a sentence
     * @param clOrdId the client id that the order would have had
     */
    record NotSent<A>(String reason, String clOrdId) implements Outcome<A> {}

    /**
     * The write left, and whether it took effect is not known. Calling again could do it twice.
     *
     * @param intentId the entry in the journal
     * @param clOrdId the client id to look the order up by
     * @param nextStep what to do now, as a sentence
     */
    record Unknown<A>(String intentId, String clOrdId, String nextStep) implements Outcome<A> {}
}
