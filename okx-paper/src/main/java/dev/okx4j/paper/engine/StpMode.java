package dev.okx4j.paper.engine;

import java.util.Locale;

/** Who is cancelled when an account would trade with itself. */
public enum StpMode {
    CANCEL_MAKER,
    CANCEL_TAKER,
    CANCEL_BOTH;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
