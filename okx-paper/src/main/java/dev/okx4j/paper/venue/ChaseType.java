package dev.okx4j.paper.venue;

import java.util.Locale;

/** How a chase order measures the distance from the best price. */
public enum ChaseType {
    /** As a difference of prices. */
    DISTANCE,
    /** As a fraction of the best price. */
    RATIO;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
