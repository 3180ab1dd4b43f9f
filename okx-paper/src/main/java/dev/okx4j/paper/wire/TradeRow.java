package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.TradeView;

/** Writes a trade of the public tape as OKX's row. */
public final class TradeRow {
    private TradeRow() {}

    /** Returns the row of a trade, whose side is that of the taker; every one is of an ordinary order. */
    public static Row of(TradeView trade) {
        return new Row(Fields.TRADE)
                .set("instId", trade.instId())
                .set("tradeId", trade.tradeId())
                .set("px", trade.px())
                .set("sz", trade.sz())
                .set("side", trade.side().wire())
                .set("source", "0")
                .set("ts", trade.ts());
    }
}
