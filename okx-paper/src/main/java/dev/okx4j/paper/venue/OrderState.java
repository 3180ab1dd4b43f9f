package dev.okx4j.paper.venue;

import java.util.Locale;

/** The states of an order; the last three are final. */
public enum OrderState {
    /** Resting, nothing filled yet. */
    LIVE,
    /** Resting, a part filled. */
    PARTIALLY_FILLED,
    /** Filled whole; a market order sized in quote currency also when the rest buys no lot. */
    FILLED,
    /** Over with something unfilled; what had filled before stays filled. */
    CANCELED,
    /** Cancelled because market-maker protection was triggered; what had filled before stays filled. */
    MMP_CANCELED;

    /** Returns whether it is over with something unfilled. */
    public boolean isCanceled() {
        return this == CANCELED || this == MMP_CANCELED;
    }

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
