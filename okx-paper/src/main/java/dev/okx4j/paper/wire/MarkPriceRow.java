package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes a mark price as OKX's row. */
public final class MarkPriceRow {
    private MarkPriceRow() {}

    /** Returns the row of a contract's mark price. */
    public static Row of(InstrumentSpec spec, BigDecimal markPx, Instant now) {
        return new Row(Fields.MARK_PRICE)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("markPx", markPx)
                .set("ts", now);
    }
}
