package dev.okx4j.paper.venue;

import java.util.Locale;

/** The unit of the size of a spot market order. */
public enum TargetCcy {
    BASE_CCY,
    QUOTE_CCY;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
