package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.ClosedPosition;

/** Writes a position of which something was closed as OKX's row. */
final class ClosedPositionRow {
    private ClosedPositionRow() {}

    /** Returns the row of a closed position. */
    static Row of(ClosedPosition position) {
        return new Row(Fields.POSITION_PAST)
                .set("instType", position.spec().instType().name())
                .set("instId", position.spec().instId())
                .set("mgnMode", position.mgnMode().wire())
                .set("type", position.type())
                .set("cTime", position.cTime())
                .set("uTime", position.uTime())
                .set("openAvgPx", position.openAvgPx())
                .set("closeAvgPx", position.closeAvgPx())
                .set("posId", position.posId())
                .set("openMaxPos", position.openMaxPos())
                .set("closeTotalPos", position.closeTotalPos())
                .set("realizedPnl", position.realizedPnl())
                .set("pnlRatio", position.pnlRatio())
                .set("fee", position.fee())
                .set("fundingFee", position.fundingFee())
                .set("liqPenalty", position.liqPenalty())
                .set("pnl", position.pnl())
                .set("posSide", position.posSide().wire())
                .set("lever", position.lever())
                .set("direction", position.direction())
                .set("triggerPx", position.triggerPx())
                .set("uly", position.spec().uly())
                .set("ccy", position.spec().settleCcy());
    }
}
