package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.FillView;

/** Writes a fill as OKX's row. */
public final class FillRow {
    private FillRow() {}

    /** Returns the row of a fill; the quote currency is that of a spot pair, else empty. */
    public static Row of(FillView fill, String quoteCcy) {
        return new Row(Fields.FILL)
                .set("instType", fill.instType().name())
                .set("instId", fill.instId())
                .set("tradeId", fill.tradeId())
                .set("ordId", fill.ordId())
                .set("clOrdId", fill.clOrdId())
                .set("billId", fill.billId())
                .set("subType", fill.subType())
                .set("tag", fill.tag())
                .set("fillPx", fill.fillPx())
                .set("fillSz", fill.fillSz())
                .set("fillPnl", fill.fillPnl())
                .set("fillMarkPx", fill.fillMarkPx())
                .set("side", fill.side().wire())
                .set("posSide", fill.posSide().wire())
                .set("execType", fill.execType())
                .set("feeCcy", fill.feeCcy())
                .set("fee", fill.fee())
                .set("ts", fill.ts())
                .set("fillTime", fill.ts())
                .set("feeRate", fill.feeRate())
                .set("tradeQuoteCcy", quoteCcy);
    }
}
