package dev.okx4j.paper.venue;

import java.util.Locale;

/**
 * How near to the best price of its own side an iceberg order rests.
 *
 * <p>OKX does not publish the distances; these are ours: the best, the third and the fifth price of the side.
 */
public enum Aggressiveness {
    /** At the best price. */
    RADICAL(1),
    /** At the third price. */
    MID(3),
    /** At the fifth price. */
    CONSERVATIVE(5);

    private final int level;

    Aggressiveness(int level) {
        this.level = level;
    }

    /** Returns which price of the side, counted from 1. */
    int level() {
        return level;
    }

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
