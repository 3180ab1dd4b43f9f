package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.BillView;
import dev.okx4j.paper.venue.FillView;

/** Writes a bill as OKX's row. */
public final class BillRow {
    private BillRow() {}

    /** Returns the row of a bill; {@code instType} is empty when it is about the account. */
    public static Row of(BillView bill, String instType) {
        Row row = new Row(Fields.BILL)
                .set("instType", instType)
                .set("billId", bill.billId())
                .set("type", bill.type())
                .set("subType", bill.subType())
                .set("ts", bill.ts())
                .set("balChg", bill.balChg())
                .set("posBalChg", bill.posBalChg())
                .set("bal", bill.bal())
                .set("posBal", bill.posBal())
                .set("sz", bill.sz())
                .set("px", bill.px())
                .set("ccy", bill.ccy())
                .set("pnl", bill.pnl())
                .set("fee", bill.fee())
                .set("mgnMode", bill.mgnMode() == null ? "" : bill.mgnMode().wire())
                .set("instId", bill.instId())
                .set("ordId", bill.ordId())
                .set("interest", "0")
                .set("from", bill.from())
                .set("to", bill.to());
        FillView fill = bill.fill();
        if (fill != null) {
            row.set("execType", fill.execType())
                    .set("tag", fill.tag())
                    .set("fillTime", fill.ts())
                    .set("tradeId", fill.tradeId())
                    .set("clOrdId", fill.clOrdId())
                    .set("fillMarkPx", fill.fillMarkPx());
        }
        return row;
    }
}
