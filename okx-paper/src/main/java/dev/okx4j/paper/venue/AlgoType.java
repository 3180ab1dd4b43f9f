package dev.okx4j.paper.venue;

import java.util.Locale;

/** The algo order types that the exchange takes. */
public enum AlgoType {
    /** A take-profit or a stop-loss; with both legs OKX honours the stop-loss only. */
    CONDITIONAL,
    /** A take-profit and a stop-loss of which the first to trigger ends the other. */
    OCO,
    /** A trailing stop: it triggers when the price has come back by a ratio or a distance from its extreme. */
    MOVE_ORDER_STOP;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
