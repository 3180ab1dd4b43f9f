package dev.okx4j.paper.venue;

import java.util.Locale;

/** The states of an order; the last two are final. */
public enum OrderState {
    LIVE,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
