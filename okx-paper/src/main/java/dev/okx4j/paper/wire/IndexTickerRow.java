package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.DayView;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes the price of an index and its last 24 hours as OKX's row. */
public final class IndexTickerRow {
    private IndexTickerRow() {}

    /**
     * Returns the row of an index.
     *
     * @param day the last 24 hours of the instrument that the index follows
     */
    public static Row of(String index, BigDecimal px, DayView day, Instant now) {
        return new Row(Fields.INDEX_TICKER)
                .set("instId", index)
                .set("idxPx", px)
                .set("high24h", day.high().max(px))
                .set("low24h", day.low().min(px))
                .set("open24h", day.open())
                .set("sodUtc0", day.sodUtc0())
                .set("sodUtc8", day.sodUtc8())
                .set("ts", now);
    }
}
