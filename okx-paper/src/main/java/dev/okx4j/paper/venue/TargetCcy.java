package dev.okx4j.paper.venue;

import java.util.Locale;

/** The unit of the size of a spot market order. */
public enum TargetCcy {
    /** Size in base currency; on a swap, as tools send it, in contracts. */
    BASE_CCY,
    /** Size in quote currency; refused on a swap, where it would be taken for contracts. */
    QUOTE_CCY;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
