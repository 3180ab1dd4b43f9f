package dev.okx4j.paper.venue;

import java.util.Locale;

/** The states of an algo order. */
public enum AlgoState {
    /** Waiting for its trigger, or for its first slice; nothing is frozen for it. */
    LIVE,
    /** An iceberg or TWAP order that places nothing while the price is beyond its limit. */
    PAUSE,
    /** An iceberg or TWAP order that has placed a slice, and has more to place. */
    PARTIALLY_EFFECTIVE,
    /** Triggered, and its order was accepted; or all its slices have filled. Final. */
    EFFECTIVE,
    /** Cancelled by its owner, or with its position by {@code cxlOnClosePos}. Final. */
    CANCELED,
    /** Triggered, but its order was refused; {@code failCode} says why. Final. */
    ORDER_FAILED,
    /** A slice was refused after others had filled; {@code failCode} says why. Final. */
    PARTIALLY_FAILED;

    /** Returns whether nothing more will come of it. */
    public boolean isOver() {
        return this != LIVE && this != PAUSE && this != PARTIALLY_EFFECTIVE;
    }

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
