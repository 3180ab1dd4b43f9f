package dev.okx4j.paper.venue;

import java.util.Locale;

/** How an order or position is margined; OKX's {@code tdMode} and {@code mgnMode}. */
public enum TradeMode {
    CASH,
    CROSS,
    ISOLATED;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
