package dev.okx4j.paper.venue;

import java.util.Locale;

/** Which position of an instrument an order is about; OKX's {@code posSide}. */
public enum PosSide {
    /** The only one there is in net mode; its size has a sign. */
    NET,
    /** The long one of long/short mode: bought to open, sold to close. */
    LONG,
    /** The short one of long/short mode: sold to open, bought to close. */
    SHORT;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
