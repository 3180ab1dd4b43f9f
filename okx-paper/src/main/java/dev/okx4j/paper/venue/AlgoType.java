package dev.okx4j.paper.venue;

import java.util.Locale;

/** The algo order types that the exchange takes. */
public enum AlgoType {
    CONDITIONAL,
    OCO,
    MOVE_ORDER_STOP;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
