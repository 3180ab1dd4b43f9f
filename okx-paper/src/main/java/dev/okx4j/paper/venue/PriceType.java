package dev.okx4j.paper.venue;

import java.util.Locale;

/** The price that a trigger watches. */
public enum PriceType {
    /** The last traded price; the default. */
    LAST,
    /** The mark price, which here equals the last price; contracts only. */
    MARK,
    /** The index price, which no scenario has: refused with 51415. */
    INDEX;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
