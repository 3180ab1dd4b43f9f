package dev.okx4j.paper.venue;

import java.util.Locale;

/** How an order or position is margined; OKX's {@code tdMode} and {@code mgnMode}. */
public enum TradeMode {
    /** Spot without margin; the only mode of spot here. */
    CASH,
    /** Margined by all equity in the settlement currency, together with every other cross position. */
    CROSS,
    /** Margined by what was moved into the position; no more than that can be lost. */
    ISOLATED;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
