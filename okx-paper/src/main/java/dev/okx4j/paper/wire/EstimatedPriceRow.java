package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes the price at which a contract would be delivered as OKX's row. */
public final class EstimatedPriceRow {
    private EstimatedPriceRow() {}

    /** Returns the row of an estimated delivery or exercise price. */
    public static Row of(InstrumentSpec spec, BigDecimal px, Instant now) {
        return new Row(Fields.ESTIMATED_PRICE)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("settlePx", px)
                .set("ts", now);
    }
}
