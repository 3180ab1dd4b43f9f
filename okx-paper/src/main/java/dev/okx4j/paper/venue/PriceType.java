package dev.okx4j.paper.venue;

import java.util.Locale;

/** The price that a trigger watches. */
public enum PriceType {
    LAST,
    MARK,
    INDEX;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
