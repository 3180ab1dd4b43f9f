package dev.okx4j.paper.wire;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import dev.okx4j.paper.venue.AttachedAlgo;
import dev.okx4j.paper.venue.FillView;
import dev.okx4j.paper.venue.OrderTicket;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.OrderView;
import dev.okx4j.paper.venue.PriceType;
import dev.okx4j.paper.venue.TargetCcy;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes orders as OKX's rows. */
public final class OrderRow {
    private OrderRow() {}

    /** Returns the row of an order; its quote currency is shown for spot only. */
    public static Row of(OrderView order, String quoteCcy) {
        OrderTicket ticket = order.ticket();
        boolean spot = order.lever() == null;
        Row row = new Row(Fields.ORDER)
                .set("instType", order.instType().name())
                .set("instId", order.instId())
                .set("tgtCcy", spot && ticket.ordType() == OrderType.MARKET ? target(ticket) : "")
                .set("ccy", ticket.ccy())
                .set("ordId", order.ordId())
                .set("clOrdId", order.clOrdId())
                .set("tag", ticket.tag())
                .set("px", order.px())
                .set("sz", order.sz())
                .set("pnl", order.pnl())
                .set("ordType", ticket.ordType().wire())
                .set("side", ticket.side().wire())
                .set("posSide", ticket.position().wire())
                .set("tdMode", ticket.tdMode().wire())
                .set("accFillSz", order.accFillSz())
                .set("fillSz", BigDecimal.ZERO)
                .set("avgPx", order.avgPx())
                .set("state", order.state().wire())
                .set(
                        "stpMode",
                        ticket.stpMode() == null
                                ? StpMode.CANCEL_MAKER.wire()
                                : ticket.stpMode().wire())
                .set("lever", order.lever())
                .set(
                        "attachAlgoOrds",
                        order.attached().stream()
                                .map(attached -> attached(attached).fields())
                                .toList())
                .set("linkedAlgoOrd", Map.of("algoId", ""))
                .set("feeCcy", order.feeCcy())
                .set("fee", order.fee())
                .set("rebateCcy", order.feeCcy())
                .set("rebate", "0")
                .set("source", order.source())
                .set("category", order.category())
                .set("reduceOnly", Boolean.toString(ticket.reduceOnly()))
                .set("isTpLimit", "false")
                .set("cancelSource", order.cancelSource())
                .set("cancelSourceReason", order.cancelSourceReason())
                .set("algoClOrdId", order.algoClOrdId())
                .set("algoId", order.algoId())
                .set("uTime", order.uTime())
                .set("cTime", order.cTime())
                .set("tradeQuoteCcy", spot ? quoteCcy : "");
        FillView last = order.lastFill();
        if (last != null) {
            row.set("fillPx", last.fillPx())
                    .set("tradeId", last.tradeId())
                    .set("fillSz", last.fillSz())
                    .set("fillTime", last.ts());
        }
        return row;
    }

    /** Returns the unit of a spot market order's size: as asked for, else quote for buy and base for sell. */
    private static String target(OrderTicket ticket) {
        TargetCcy given = ticket.tgtCcy();
        return given != null
                ? given.wire()
                : ticket.side() == Side.BUY ? TargetCcy.QUOTE_CCY.wire() : TargetCcy.BASE_CCY.wire();
    }

    private static Row attached(OrderView.AttachedView view) {
        AttachedAlgo algo = view.algo();
        return new Row(Fields.ATTACHED)
                .set("attachAlgoId", view.attachAlgoId())
                .set("attachAlgoClOrdId", algo.attachAlgoClOrdId())
                .set("tpOrdKind", algo.tpOrdPx() == null ? "" : "condition")
                .set("tpTriggerPx", algo.tpTriggerPx())
                .set("tpTriggerRatio", algo.tpTriggerRatio())
                .set("tpTriggerPxType", type(algo.tpOrdPx() != null, algo.tpTriggerPxType()))
                .set("tpOrdPx", algo.tpOrdPx())
                .set("slTriggerPx", algo.slTriggerPx())
                .set("slTriggerRatio", algo.slTriggerRatio())
                .set("slTriggerPxType", type(algo.slOrdPx() != null, algo.slTriggerPxType()))
                .set("slOrdPx", algo.slOrdPx())
                .set("sz", algo.sz())
                .set("amendPxOnTriggerType", algo.amendPxOnTriggerType() ? "1" : "0")
                .set("callbackRatio", algo.callbackRatio())
                .set("callbackSpread", algo.callbackSpread())
                .set("activePx", algo.activePx())
                .set("failCode", view.failCode())
                .set("failReason", view.failReason());
    }

    /** Returns the kind of price that a trigger watches: the last price unless another was named. */
    static String type(boolean present, @Nullable PriceType type) {
        return !present ? "" : type == null ? PriceType.LAST.wire() : type.wire();
    }
}
