package dev.okx4j.paper.venue;

import java.util.Locale;

/** What kind of order a trigger order places when it is not a plain limit or market order. */
public enum AdvanceType {
    /** A fill-or-kill order at its order price. */
    FOK,
    /** An immediate-or-cancel order at its order price. */
    IOC,
    /** A chase order. */
    CHASE;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
