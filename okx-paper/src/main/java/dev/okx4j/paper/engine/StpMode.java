package dev.okx4j.paper.engine;

import java.util.Locale;

/** Who is cancelled when an account would trade with itself. */
public enum StpMode {
    /** The resting order is cancelled and the arriving one goes on; the default of the account. */
    CANCEL_MAKER,
    /** The arriving order is cancelled for the rest; the resting one stays. */
    CANCEL_TAKER,
    /** Both are cancelled. */
    CANCEL_BOTH;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
