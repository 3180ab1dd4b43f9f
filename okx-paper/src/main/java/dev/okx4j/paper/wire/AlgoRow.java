package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.AlgoTicket;
import dev.okx4j.paper.venue.AlgoType;
import dev.okx4j.paper.venue.AlgoView;
import dev.okx4j.paper.venue.AttachedAlgo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes algo orders as OKX's rows. */
public final class AlgoRow {
    private AlgoRow() {}

    /** Returns the row of an algo order, with the fields of one or of a list. */
    public static Row of(AlgoView algo, String fields, String tradeQuoteCcy) {
        AlgoTicket ticket = algo.ticket();
        Row row = new Row(fields)
                .set("instType", algo.instType().name())
                .set("instId", ticket.instId())
                .set("ccy", ticket.ccy())
                .set("ordId", algo.ordId())
                .set("ordIdList", algo.ordIds())
                .set("subAlgoIdList", algo.subAlgoIds())
                .set("algoId", algo.algoId())
                .set("sz", ticket.sz())
                .set("closeFraction", ticket.closeFraction())
                .set("ordType", ticket.ordType().wire())
                .set("side", ticket.side().wire())
                .set("posSide", ticket.position().wire())
                .set("tdMode", ticket.tdMode().wire())
                .set("tgtCcy", ticket.tgtCcy() == null ? "" : ticket.tgtCcy().wire())
                .set("state", algo.state().wire())
                .set("lever", algo.lever())
                .set("tpTriggerPx", ticket.tpTriggerPx())
                .set("tpTriggerPxType", OrderRow.type(ticket.tpTriggerPx() != null, ticket.tpTriggerPxType()))
                .set("tpOrdPx", ticket.tpOrdPx())
                .set("slTriggerPx", ticket.slTriggerPx())
                .set("slTriggerPxType", OrderRow.type(ticket.slTriggerPx() != null, ticket.slTriggerPxType()))
                .set("slOrdPx", ticket.slOrdPx())
                .set("triggerPx", ticket.triggerPx())
                .set("triggerPxType", OrderRow.type(ticket.triggerPx() != null, ticket.triggerPxType()))
                .set("ordPx", ticket.orderPx())
                .set(
                        "advanceOrdType",
                        ticket.advanceOrdType() == null
                                ? ""
                                : ticket.advanceOrdType().wire())
                .set("advChaseParams", List.of())
                .set("actualSz", algo.actualSz() == null ? BigDecimal.ZERO : algo.actualSz())
                .set("actualPx", algo.actualPx())
                .set("tag", ticket.tag())
                .set("actualSide", algo.actualSide())
                .set("triggerTime", algo.triggerTime())
                .set("callbackRatio", ticket.callbackRatio())
                .set("callbackSpread", ticket.callbackSpread())
                .set("activePx", ticket.activePx())
                .set("moveTriggerPx", algo.moveTriggerPx())
                .set("reduceOnly", Boolean.toString(ticket.reduceOnly()))
                .set("last", algo.last())
                .set("failCode", algo.state().isOver() ? algo.failCode() : "0")
                .set("algoClOrdId", algo.algoClOrdId())
                .set("amendPxOnTriggerType", ticket.amendPxOnTriggerType() ? "1" : "0")
                .set(
                        "attachAlgoOrds",
                        ticket.attachAlgoOrds().stream()
                                .map(attached -> attached(attached).fields())
                                .toList())
                .set("linkedOrd", Map.of("ordId", algo.parentOrdId()))
                .set("cTime", algo.cTime())
                .set("uTime", algo.uTime())
                .set("tradeQuoteCcy", tradeQuoteCcy);
        AlgoTicket.Chasing chasing = ticket.chasing();
        if (chasing != null && ticket.ordType() == AlgoType.TRIGGER) {
            row.set(
                    "advChaseParams",
                    List.of(chase(new Row(Fields.CHASE), chasing).fields()));
        } else if (chasing != null) {
            chase(row, chasing);
        }
        if (ticket.slicing() != null) {
            slices(row, ticket.slicing());
        }
        return row;
    }

    private static Row chase(Row row, AlgoTicket.Chasing chasing) {
        return row.set("chaseType", chasing.chaseType().wire())
                .set("chaseVal", chasing.chaseVal())
                .set(
                        "maxChaseType",
                        chasing.maxChaseType() == null
                                ? ""
                                : chasing.maxChaseType().wire())
                .set("maxChaseVal", chasing.maxChaseVal());
    }

    /** Tells how an iceberg or TWAP order is cut; two of the fields are only in lists. */
    private static void slices(Row row, AlgoTicket.Slicing slicing) {
        row.set("szLimit", slicing.szLimit())
                .set("pxLimit", slicing.pxLimit())
                .set("pxVar", slicing.pxVar())
                .set("pxSpread", slicing.pxSpread())
                .set("timeInterval", slicing.timeInterval());
        if (row.has("lmtOrderNumber")) {
            row.set("lmtOrderNumber", slicing.lmtOrderNumber())
                    .set(
                            "aggressiveness",
                            slicing.aggressiveness() == null
                                    ? ""
                                    : slicing.aggressiveness().wire());
        }
    }

    private static Row attached(AttachedAlgo algo) {
        return new Row(Fields.ALGO_ATTACHED)
                .set("attachAlgoClOrdId", algo.attachAlgoClOrdId())
                .set("tpTriggerPx", algo.tpTriggerPx())
                .set("tpTriggerRatio", algo.tpTriggerRatio())
                .set("tpTriggerPxType", OrderRow.type(algo.tpOrdPx() != null, algo.tpTriggerPxType()))
                .set("tpOrdPx", algo.tpOrdPx())
                .set("slTriggerPx", algo.slTriggerPx())
                .set("slTriggerRatio", algo.slTriggerRatio())
                .set("slTriggerPxType", OrderRow.type(algo.slOrdPx() != null, algo.slTriggerPxType()))
                .set("slOrdPx", algo.slOrdPx())
                .set("callbackRatio", algo.callbackRatio())
                .set("callbackSpread", algo.callbackSpread())
                .set("activePx", algo.activePx());
    }
}
