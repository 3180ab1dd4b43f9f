package dev.okx4j.paper.venue;

import java.util.Locale;

/** The states of an algo order; all but the first are final. */
public enum AlgoState {
    /** Waiting for its trigger; nothing is frozen for it. */
    LIVE,
    /** Triggered, and its order was accepted; what became of that order is in the order itself. */
    EFFECTIVE,
    /** Cancelled by its owner, or with its position by {@code cxlOnClosePos}. */
    CANCELED,
    /** Triggered, but its order was refused; {@code failCode} says why. */
    ORDER_FAILED;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
