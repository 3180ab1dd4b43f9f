package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.QuoteView;
import java.time.Instant;

/** Writes the prices beyond which an order is refused as OKX's row. */
public final class PriceLimitRow {
    private PriceLimitRow() {}

    /** Returns the row of an instrument's price limits. */
    public static Row of(InstrumentSpec spec, QuoteView quote, Instant now) {
        return new Row(Fields.PRICE_LIMIT)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("buyLmt", quote.buyLmt())
                .set("sellLmt", quote.sellLmt())
                .set("ts", now)
                .set("enabled", true);
    }
}
