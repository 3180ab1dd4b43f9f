package dev.okx4j.paper.venue;

import java.util.Locale;

/** The price that a trigger watches. */
public enum PriceType {
    /** The last traded price; the default. */
    LAST,
    /** The mark price; contracts only. */
    MARK,
    /** The index price; contracts only. */
    INDEX;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
