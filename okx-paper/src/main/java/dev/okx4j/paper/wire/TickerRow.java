package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.DayView;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.QuoteView;

/** Writes the price of an instrument and its last 24 hours as OKX's row. */
public final class TickerRow {
    private TickerRow() {}

    /** Returns the row of a ticker. */
    public static Row of(InstrumentSpec spec, QuoteView quote, DayView day) {
        return new Row(Fields.TICKER)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("last", quote.last())
                .set("lastSz", day.lastSz())
                .set("askPx", quote.askPx())
                .set("askSz", quote.askSz())
                .set("bidPx", quote.bidPx())
                .set("bidSz", quote.bidSz())
                .set("open24h", day.open())
                .set("high24h", day.high().max(quote.last()))
                .set("low24h", day.low().min(quote.last()))
                .set("volCcy24h", day.volCcy())
                .set("vol24h", day.vol())
                .set("sodUtc0", day.sodUtc0())
                .set("sodUtc8", day.sodUtc8())
                .set("ts", quote.ts());
    }
}
