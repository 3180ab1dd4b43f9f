package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.PositionView;
import java.util.List;

/** Writes an open position as OKX's row. */
public final class PositionRow {
    private PositionRow() {}

    /** Returns the row of a position; figures of spot margin are empty, those of options too unless it is one. */
    public static Row of(PositionView position) {
        Row row = new Row(Fields.POSITION);
        PositionView.OptionPart option = position.option();
        if (option != null) {
            GreeksRow.set(row, option.greeks()).set("optVal", option.optVal());
        }
        return row
                .set("instType", position.instType().name())
                .set("mgnMode", position.mgnMode().wire())
                .set("posId", position.posId())
                .set("posSide", position.posSide().wire())
                .set("pos", position.pos())
                .set("availPos", position.pos())
                .set("avgPx", position.avgPx())
                .set("markPx", position.markPx())
                .set("upl", position.upl())
                .set("uplRatio", position.uplRatio())
                .set("uplLastPx", position.uplLastPx())
                .set("uplRatioLastPx", position.uplRatioLastPx())
                .set("instId", position.instId())
                .set("lever", position.lever())
                .set("liqPx", position.liqPx())
                .set("imr", position.imr())
                .set("margin", position.margin())
                .set("mgnRatio", position.mgnRatio())
                .set("mmr", position.mmr())
                .set("tradeId", position.tradeId())
                .set("notionalUsd", position.notionalUsd())
                .set("adl", "0")
                .set("ccy", position.ccy())
                .set("last", position.last())
                .set("idxPx", position.idxPx())
                .set("bePx", position.bePx())
                .set("realizedPnl", position.realizedPnl())
                .set("pnl", position.pnl())
                .set("fee", position.fee())
                .set("fundingFee", position.fundingFee())
                .set("liqPenalty", position.liqPenalty())
                .set("closeOrderAlgo", List.of())
                .set("cTime", position.cTime())
                .set("uTime", position.uTime());
    }
}
