package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.AlgoState;
import dev.okx4j.paper.venue.AlgoTicket;
import dev.okx4j.paper.venue.AlgoView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes algo orders as OKX's rows. */
public final class AlgoRow {
    private AlgoRow() {}

    /** Returns the row of an algo order, with the fields of one or of a list. */
    public static Row of(AlgoView algo, String fields, String tradeQuoteCcy) {
        AlgoTicket ticket = algo.ticket();
        boolean placed = !algo.ordId().isEmpty();
        return new Row(fields)
                .set("instType", algo.instType().name())
                .set("instId", ticket.instId())
                .set("ccy", ticket.ccy())
                .set("ordId", algo.ordId())
                .set("ordIdList", placed ? List.of(algo.ordId()) : List.of())
                .set("subAlgoIdList", List.of())
                .set("algoId", algo.algoId())
                .set("sz", ticket.sz())
                .set("closeFraction", ticket.closeFraction())
                .set("ordType", ticket.ordType().wire())
                .set("side", ticket.side().wire())
                .set("posSide", "net")
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
                .set("failCode", algo.state() == AlgoState.LIVE ? "0" : algo.failCode())
                .set("algoClOrdId", algo.algoClOrdId())
                .set("amendPxOnTriggerType", "0")
                .set("attachAlgoOrds", List.of())
                .set("linkedOrd", Map.of("ordId", algo.parentOrdId()))
                .set("cTime", algo.cTime())
                .set("uTime", algo.uTime())
                .set("tradeQuoteCcy", tradeQuoteCcy);
    }
}
