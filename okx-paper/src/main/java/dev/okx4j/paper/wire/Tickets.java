package dev.okx4j.paper.wire;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.AlgoTicket;
import dev.okx4j.paper.venue.AlgoTicketBuilder;
import dev.okx4j.paper.venue.AlgoType;
import dev.okx4j.paper.venue.AttachedAlgo;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.CommandAmendAlgoBuilder;
import dev.okx4j.paper.venue.OrderTicket;
import dev.okx4j.paper.venue.OrderTicketBuilder;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.PriceType;
import dev.okx4j.paper.venue.TargetCcy;
import dev.okx4j.paper.venue.TradeMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what OKX takes as an order or an algo order; what OKX knows and this exchange does not obey is refused. */
final class Tickets {
    private Tickets() {}

    /** Returns the order that a request asks for, or refuses with 50014, 51000 or 50038. */
    static OrderTicket order(Params params, InstrumentSpec spec) {
        params.refuse("pxUsd", "pxVol", "outcome", "slippagePct", "rpiTakerAccess", "rpiPxRound");
        String quote = params.optional("tradeQuoteCcy");
        if (quote != null && !quote.equals(spec.quoteCcy())) {
            throw RefusedException.bad("tradeQuoteCcy");
        }
        return OrderTicketBuilder.builder()
                .instId(spec.instId())
                .tdMode(mode(params))
                .side(params.word("side", Side.values(), Side::wire))
                .ordType(params.word(
                        "ordType",
                        OrderType.values(),
                        OrderType::wire,
                        "optimal_limit_ioc",
                        "mmp",
                        "mmp_and_post_only",
                        "op_fok",
                        "rpi",
                        "elp"))
                .sz(params.decimal("sz"))
                .px(params.optionalDecimal("px"))
                .posSide(params.optionalWord("posSide", PosSide.values(), PosSide::wire))
                .ccy(params.optional("ccy"))
                .clOrdId(params.clientId("clOrdId"))
                .tag(params.tag())
                .tgtCcy(target(params))
                .reduceOnly(params.flag("reduceOnly"))
                .banAmend(params.flag("banAmend"))
                .pxAmendType(amends(params))
                .stpMode(params.optionalWord("stpMode", StpMode.values(), StpMode::wire))
                .attachAlgoOrds(attached(params))
                .build();
    }

    /** Returns the change of an order that a request asks for, or refuses with 51000 or 50038. */
    static Command.Amend amendment(Params params, InstrumentSpec spec) {
        params.refuse("newPxUsd", "newPxVol", "speedBump", "attachAlgoOrds", "rpiTakerAccess", "rpiPxRound");
        return new Command.Amend(
                spec.instId(),
                params.whole("ordId"),
                params.clientId("clOrdId"),
                params.optionalDecimal("newSz"),
                params.optionalDecimal("newPx"),
                params.clientId("reqId"),
                params.flag("cxlOnFail"),
                amends(params));
    }

    /** Returns the change of an algo order that a request asks for, or refuses with 51000 or 50038. */
    static Command.AmendAlgo algoAmendment(Params params, InstrumentSpec spec) {
        params.refuse("newTriggerPx", "newOrdPx", "newTriggerPxType", "attachAlgoOrds", "advChaseParams");
        return CommandAmendAlgoBuilder.builder()
                .instId(spec.instId())
                .algoId(params.whole("algoId"))
                .algoClOrdId(params.clientId("algoClOrdId"))
                .reqId(params.clientId("reqId"))
                .cxlOnFail(params.flag("cxlOnFail"))
                .newSz(params.optionalDecimal("newSz"))
                .newTpTriggerPx(trigger(params, "newTpTriggerPx"))
                .newTpTriggerPxType(priceType(params, "newTpTriggerPxType"))
                .newTpOrdPx(params.optionalDecimal("newTpOrdPx"))
                .newSlTriggerPx(trigger(params, "newSlTriggerPx"))
                .newSlTriggerPxType(priceType(params, "newSlTriggerPxType"))
                .newSlOrdPx(params.optionalDecimal("newSlOrdPx"))
                .build();
    }

    /** Returns a new trigger price; 0, with which OKX takes a leg away, is refused with 50038. */
    private static @Nullable BigDecimal trigger(Params params, String name) {
        BigDecimal px = params.optionalDecimal(name);
        if (px != null && px.signum() == 0) {
            throw RefusedException.unsupported("parameter " + name + " 0");
        }
        return px;
    }

    /** Returns whether a price beyond the price limit is to be moved there. */
    private static boolean amends(Params params) {
        String type = params.optional("pxAmendType");
        if (type != null && !type.equals("0") && !type.equals("1")) {
            throw RefusedException.bad("pxAmendType");
        }
        return "1".equals(type);
    }

    /** Returns the attached TP/SL, with what only split or trailing ones have refused. */
    private static List<AttachedAlgo> attached(Params params) {
        Object given = params.values().get("attachAlgoOrds");
        if (given == null || given.equals("")) {
            return List.of();
        }
        if (!(given instanceof List<?> list)) {
            throw RefusedException.bad("attachAlgoOrds");
        }
        List<AttachedAlgo> attached = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw RefusedException.bad("attachAlgoOrds");
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            map.forEach((name, value) -> values.put((String) name, value));
            Params one = new Params(values);
            one.refuse("tpTriggerRatio", "slTriggerRatio", "callbackRatio", "callbackSpread", "activePx", "sz");
            refuseLimitKind(one);
            if ("1".equals(one.optional("amendPxOnTriggerType"))) {
                throw RefusedException.unsupported("parameter amendPxOnTriggerType 1");
            }
            attached.add(new AttachedAlgo(
                    one.clientId("attachAlgoClOrdId"),
                    one.optionalDecimal("tpTriggerPx"),
                    priceType(one, "tpTriggerPxType"),
                    one.optionalDecimal("tpOrdPx"),
                    one.optionalDecimal("slTriggerPx"),
                    priceType(one, "slTriggerPxType"),
                    one.optionalDecimal("slOrdPx")));
        }
        return attached;
    }

    /** Returns the algo order that a request asks for, or refuses with 50014, 51000 or 50038. */
    static AlgoTicket algo(Params params, InstrumentSpec spec) {
        AlgoType type = params.word(
                "ordType", AlgoType.values(), AlgoType::wire, "trigger", "iceberg", "smart_iceberg", "twap", "chase");
        params.refuse("tpTriggerRatio", "slTriggerRatio", "attachAlgoOrds");
        refuseLimitKind(params);
        String quote = params.optional("tradeQuoteCcy");
        if (quote != null && !quote.equals(spec.quoteCcy())) {
            throw RefusedException.bad("tradeQuoteCcy");
        }
        AlgoTicketBuilder ticket = AlgoTicketBuilder.builder()
                .instId(spec.instId())
                .tdMode(mode(params))
                .side(params.word("side", Side.values(), Side::wire))
                .ordType(type)
                .sz(params.optionalDecimal("sz"))
                .closeFraction(params.optionalDecimal("closeFraction"))
                .posSide(params.optionalWord("posSide", PosSide.values(), PosSide::wire))
                .ccy(params.optional("ccy"))
                .algoClOrdId(params.clientId("algoClOrdId"))
                .tag(params.tag())
                .tgtCcy(target(params))
                .reduceOnly(params.flag("reduceOnly"))
                .cxlOnClosePos(params.flag("cxlOnClosePos"));
        return ticket.tpTriggerPx(params.optionalDecimal("tpTriggerPx"))
                .tpTriggerPxType(priceType(params, "tpTriggerPxType"))
                .tpOrdPx(params.optionalDecimal("tpOrdPx"))
                .slTriggerPx(params.optionalDecimal("slTriggerPx"))
                .slTriggerPxType(priceType(params, "slTriggerPxType"))
                .slOrdPx(params.optionalDecimal("slOrdPx"))
                .callbackRatio(params.optionalDecimal("callbackRatio"))
                .callbackSpread(params.optionalDecimal("callbackSpread"))
                .activePx(params.optionalDecimal("activePx"))
                .build();
    }

    /** Refuses a take-profit that would rest from the beginning rather than wait for a trigger. */
    private static void refuseLimitKind(Params params) {
        String kind = params.optional("tpOrdKind");
        if (kind != null && !kind.equals("condition")) {
            throw RefusedException.unsupported("parameter tpOrdKind " + kind);
        }
    }

    /** Returns the trade mode; spot margin is refused with 50038. */
    private static TradeMode mode(Params params) {
        return params.word("tdMode", TradeMode.values(), TradeMode::wire, "spot_isolated");
    }

    private static @Nullable TargetCcy target(Params params) {
        return params.optionalWord("tgtCcy", TargetCcy.values(), TargetCcy::wire, "margin");
    }

    private static @Nullable PriceType priceType(Params params, String name) {
        return params.optionalWord(name, PriceType.values(), PriceType::wire);
    }
}
