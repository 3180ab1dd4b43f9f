package dev.okx4j.paper.venue;

import java.util.Locale;

/** The states of an order; the last two are final. */
public enum OrderState {
    /** Resting, nothing filled yet. */
    LIVE,
    /** Resting, a part filled. */
    PARTIALLY_FILLED,
    /** Filled whole; a market order sized in quote currency also when the rest buys no lot. */
    FILLED,
    /** Over with something unfilled; what had filled before stays filled. */
    CANCELED;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
