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
     * The write is not in force, and will not be: OKX refused it, or its silence has become a proof.
     *
     * @param code OKX's code for the refusal, or {@link #NEVER_EXISTED}, {@link #NO_EFFECT} or {@link #SETTLED}
     * @param msg OKX's message
     * @param subCode OKX's finer code, when it sent one
     * @param clOrdId the client id of the order
     */
    record Rejected<A>(String code, String msg, @Nullable String subCode, String clOrdId) implements Outcome<A> {
        /** Stands for a code when OKX, long after the last moment at which it would have taken the write, knows nothing of it. */
        public static final String NEVER_EXISTED = "NEVER_EXISTED";

        /**
         * Stands for a code when what the write was about has ended without it: the order is gone from OKX's books and none of its
         * fills exists, or it ended as it was. No money moved.
         */
        public static final String NO_EFFECT = "NO_EFFECT";

        /** Stands for a code when a person has decided that the write took no effect. */
        public static final String SETTLED = "SETTLED";
    }

    /**
     * The write did not leave this process, so calling again is safe.
     *
     * @param cause why, for a program
     * @param reason why, as a sentence
     * @param clOrdId the client id that the order would have had
     */
    record NotSent<A>(Cause cause, String reason, String clOrdId) implements Outcome<A> {
        /** Why a write did not leave. */
        public enum Cause {
            /** The gate refused it. */
            GATE,
            /** The journal did not take it, or is damaged. */
            JOURNAL,
            /** Writes of an earlier run are still being looked up; cancels pass. */
            RECOVERING,
            /** An earlier write about the same thing is in doubt; what cannot add exposure passes. */
            IN_DOUBT,
            /** OKX's clock could not be read, or not well enough to say when the write expires. */
            CLOCK,
            /** The rate limit leaves no room in time. */
            LIMIT,
            /** OKX has blocked this key or this address; nothing is sent for a while. */
            BLOCKED,
            /** It could not be signed. */
            SIGNATURE,
            /** The thread was interrupted before it left. */
            INTERRUPTED,
            /** OKX was not reached. */
            UNREACHABLE
        }
    }

    /**
     * The write left, and whether it took effect is not known. Calling again could do it twice.
     *
     * @param intentId the entry in the journal
     * @param clOrdId the client id to look the order up by
     * @param nextStep what to do now, as a sentence
     * @param needsHuman whether looking it up has ended without a proof, so that a person has to decide
     */
    record Unknown<A>(String intentId, String clOrdId, String nextStep, boolean needsHuman) implements Outcome<A> {}
}
