package dev.okx4j.paper.venue;

import java.util.Locale;

/** The algo order types that the exchange takes. */
public enum AlgoType {
    /** A take-profit or a stop-loss; with both legs OKX honours the stop-loss only. */
    CONDITIONAL,
    /** A take-profit and a stop-loss of which the first to trigger ends the other. */
    OCO,
    /** An order that is placed when the price crosses its trigger from the side where it was. */
    TRIGGER,
    /** A trailing stop: it triggers when the price has come back by a ratio or a distance from its extreme. */
    MOVE_ORDER_STOP,
    /** A large order of which only a slice rests at a time, a distance behind the best price. */
    ICEBERG,
    /** The same with several slices at once, behind the best price by its aggressiveness. */
    SMART_ICEBERG,
    /** A large order of which a slice trades at a time, at an interval. */
    TWAP,
    /** A post-only order of a future or swap that follows the best price of its side. */
    CHASE;

    /** Returns whether it places its orders as the market moves on, rather than one at a trigger. */
    boolean isWorked() {
        return this == TWAP || this == CHASE || isIceberg();
    }

    /** Returns whether its slices rest. */
    boolean isIceberg() {
        return this == ICEBERG || this == SMART_ICEBERG;
    }

    /** Returns whether it is a take-profit, a stop-loss or both. */
    boolean isStop() {
        return this == CONDITIONAL || this == OCO;
    }

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
