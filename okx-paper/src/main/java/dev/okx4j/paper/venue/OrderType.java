package dev.okx4j.paper.venue;

import java.util.Locale;

/** The order types that the exchange takes. */
public enum OrderType {
    MARKET,
    LIMIT,
    POST_ONLY,
    FOK,
    IOC;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
