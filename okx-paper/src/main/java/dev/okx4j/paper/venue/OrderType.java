package dev.okx4j.paper.venue;

import java.util.Locale;

/** The order types that the exchange takes. */
public enum OrderType {
    /** Trades at once at any price, of a swap inside the price limit; the rest is cancelled. */
    MARKET,
    /** Trades at its price or better; the rest stays in the book. */
    LIMIT,
    /** Only rests: one that would trade at once is cancelled whole, with cancel source 31. */
    POST_ONLY,
    /** Trades whole at once or is cancelled, with cancel source 13. */
    FOK,
    /** Trades at once at its price or better; the rest is cancelled, with cancel source 14. */
    IOC,
    /** Of a future or swap, trades at once inside the price limit; the rest is cancelled, with cancel source 14. */
    OPTIMAL_LIMIT_IOC,
    /** Of an option, a limit order under market-maker protection. */
    MMP,
    /** Of an option, a post-only order under market-maker protection. */
    MMP_AND_POST_ONLY;

    /** Returns whether its owner names its price; else it takes any that is allowed. */
    boolean isPriced() {
        return this != MARKET && this != OPTIMAL_LIMIT_IOC;
    }

    /** Returns whether what is not traded at once stays in the book. */
    boolean rests() {
        return this == LIMIT || isPostOnly() || this == MMP;
    }

    /** Returns whether it never takes. */
    boolean isPostOnly() {
        return this == POST_ONLY || this == MMP_AND_POST_ONLY;
    }

    /** Returns whether market-maker protection watches over it. */
    boolean isProtected() {
        return this == MMP || this == MMP_AND_POST_ONLY;
    }

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
