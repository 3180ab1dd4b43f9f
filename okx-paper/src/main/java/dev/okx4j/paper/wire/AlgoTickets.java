package dev.okx4j.paper.wire;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.AdvanceType;
import dev.okx4j.paper.venue.Aggressiveness;
import dev.okx4j.paper.venue.AlgoTicket;
import dev.okx4j.paper.venue.AlgoTicketBuilder;
import dev.okx4j.paper.venue.AlgoType;
import dev.okx4j.paper.venue.ChaseType;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.CommandAmendAlgoBuilder;
import dev.okx4j.paper.venue.PosSide;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what OKX takes as an algo order; what OKX knows and this exchange does not obey is refused. */
final class AlgoTickets {
    private AlgoTickets() {}

    /** Returns the algo order that a request asks for, or refuses with 50014, 51000 or 50038. */
    static AlgoTicket read(Params params, InstrumentSpec spec) {
        AlgoType type = params.word("ordType", AlgoType.values(), AlgoType::wire);
        Attachments.refuseLimitKind(params);
        Tickets.requireQuote(params, spec);
        AlgoTicketBuilder ticket = AlgoTicketBuilder.builder()
                .instId(spec.instId())
                .tdMode(Tickets.mode(params))
                .side(params.word("side", Side.values(), Side::wire))
                .ordType(type)
                .sz(params.optionalDecimal("sz"))
                .closeFraction(params.optionalDecimal("closeFraction"))
                .posSide(params.optionalWord("posSide", PosSide.values(), PosSide::wire))
                .ccy(params.optional("ccy"))
                .algoClOrdId(params.clientId("algoClOrdId"))
                .tag(params.tag())
                .tgtCcy(Tickets.target(params))
                .reduceOnly(params.flag("reduceOnly"))
                .cxlOnClosePos(params.flag("cxlOnClosePos"))
                .slicing(slicing(params, type))
                .attachAlgoOrds(List.of());
        return switch (type) {
            case CONDITIONAL, OCO, MOVE_ORDER_STOP -> stop(params, ticket).build();
            case TRIGGER -> trigger(params, ticket).build();
            case CHASE -> ticket.chasing(chasing(params)).build();
            case ICEBERG, SMART_ICEBERG, TWAP -> ticket.build();
        };
    }

    private static AlgoTicketBuilder stop(Params params, AlgoTicketBuilder ticket) {
        params.refuse("attachAlgoOrds");
        return ticket.tpTriggerPx(params.optionalDecimal("tpTriggerPx"))
                .tpTriggerPxType(Tickets.priceType(params, "tpTriggerPxType"))
                .tpOrdPx(params.optionalDecimal("tpOrdPx"))
                .slTriggerPx(params.optionalDecimal("slTriggerPx"))
                .slTriggerPxType(Tickets.priceType(params, "slTriggerPxType"))
                .slOrdPx(params.optionalDecimal("slOrdPx"))
                .callbackRatio(either(params, "callbackRatio", "callBackRatio"))
                .callbackSpread(either(params, "callbackSpread", "callBackSpread"))
                .activePx(params.optionalDecimal("activePx"));
    }

    /** Returns a distance by the name that OKX documents, or by the one that OKX's own kit sends. */
    private static @Nullable BigDecimal either(Params params, String documented, String sent) {
        BigDecimal value = params.optionalDecimal(documented);
        return value == null ? params.optionalDecimal(sent) : value;
    }

    private static AlgoTicketBuilder trigger(Params params, AlgoTicketBuilder ticket) {
        AdvanceType advance = params.optionalWord("advanceOrdType", AdvanceType.values(), AdvanceType::wire);
        List<Params> chase = Attachments.items(params, "advChaseParams");
        return ticket.triggerPx(params.optionalDecimal("triggerPx"))
                .triggerPxType(Tickets.priceType(params, "triggerPxType"))
                .orderPx(params.optionalDecimal("orderPx"))
                .advanceOrdType(advance)
                .chasing(advance == AdvanceType.CHASE ? chasing(chase.isEmpty() ? params : chase.get(0)) : null)
                .attachAlgoOrds(Attachments.read(params));
    }

    private static AlgoTicket.Chasing chasing(Params params) {
        ChaseType type = params.optionalWord("chaseType", ChaseType.values(), ChaseType::wire);
        BigDecimal distance = params.optionalDecimal("chaseVal");
        return new AlgoTicket.Chasing(
                type == null ? ChaseType.DISTANCE : type,
                distance == null ? BigDecimal.ZERO : distance,
                params.optionalWord("maxChaseType", ChaseType.values(), ChaseType::wire),
                params.optionalDecimal("maxChaseVal"));
    }

    /** Returns how an iceberg or TWAP order is cut, or null for another kind; one that begins at a price is refused with 50038. */
    private static AlgoTicket.@Nullable Slicing slicing(Params params, AlgoType type) {
        if (type != AlgoType.TWAP && type != AlgoType.ICEBERG && type != AlgoType.SMART_ICEBERG) {
            return null;
        }
        for (Params start : Attachments.items(params, "triggerParams")) {
            String strategy = start.optional("triggerStrategy");
            if (strategy != null && !strategy.equals("instant")) {
                throw RefusedException.unsupported("triggerStrategy " + strategy);
            }
        }
        return new AlgoTicket.Slicing(
                params.decimal("szLimit"),
                params.decimal("pxLimit"),
                params.optionalDecimal("pxVar"),
                params.optionalDecimal("pxSpread"),
                params.optionalDecimal("timeInterval"),
                params.optionalDecimal("lmtOrderNumber"),
                params.optionalWord("aggressiveness", Aggressiveness.values(), Aggressiveness::wire));
    }

    /** Returns the change of an algo order that a request asks for, or refuses with 51000 or 50038. */
    static Command.AmendAlgo amendment(Params params, InstrumentSpec spec) {
        params.refuse("attachAlgoOrds", "advChaseParams");
        return CommandAmendAlgoBuilder.builder()
                .instId(spec.instId())
                .algoId(params.whole("algoId"))
                .algoClOrdId(params.clientId("algoClOrdId"))
                .reqId(params.clientId("reqId"))
                .cxlOnFail(params.flag("cxlOnFail"))
                .newSz(params.optionalDecimal("newSz"))
                .newTpTriggerPx(params.optionalDecimal("newTpTriggerPx"))
                .newTpTriggerPxType(Tickets.priceType(params, "newTpTriggerPxType"))
                .newTpOrdPx(params.optionalDecimal("newTpOrdPx"))
                .newSlTriggerPx(params.optionalDecimal("newSlTriggerPx"))
                .newSlTriggerPxType(Tickets.priceType(params, "newSlTriggerPxType"))
                .newSlOrdPx(params.optionalDecimal("newSlOrdPx"))
                .newTriggerPx(params.optionalDecimal("newTriggerPx"))
                .newTriggerPxType(Tickets.priceType(params, "newTriggerPxType"))
                .newOrdPx(params.optionalDecimal("newOrdPx"))
                .build();
    }
}
