package dev.okx4j.paper.venue;

import java.util.Locale;

/** The states of an algo order; all but the first are final. */
public enum AlgoState {
    LIVE,
    EFFECTIVE,
    CANCELED,
    ORDER_FAILED;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
