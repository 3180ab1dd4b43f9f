package dev.okx4j.testing.prove.session;

/** What may go wrong in a session; each session has some of it, so that rare combinations are not drowned. */
public enum Feature {
    /** The answer is lost, late, cut or spoiled. */
    BAD_ANSWERS,
    /** OKX answers with codes that say nothing, or refuse. */
    CODES,
    /** Requests arrive late, or twice. */
    LATE,
    /** What was created cannot be seen at once. */
    LAG,
    /** The process is killed and starts anew. */
    KILLS,
    /** The disk fails. */
    DISK,
    /** The client's clock is stepped, and its machine sleeps. */
    CLOCK,
    /** OKX bans the address for a while. */
    BANS,
    /** Reads fail as often as writes. */
    BAD_READS,
    /** The client works at its limits. */
    BURSTS,
    /** The client has little patience, so that it gives requests up that OKX still takes. */
    IMPATIENCE
}
