package dev.okx4j.paper.wire;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.OrderTicket;
import dev.okx4j.paper.venue.OrderTicketBuilder;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.PriceType;
import dev.okx4j.paper.venue.TargetCcy;
import dev.okx4j.paper.venue.TradeMode;
import org.jspecify.annotations.Nullable;

/** Reads what OKX takes as an order; what OKX knows and this exchange does not obey is refused. */
final class Tickets {
    private Tickets() {}

    /** Returns the order that a request asks for, or refuses with 50014, 51000 or 50038. */
    static OrderTicket order(Params params, InstrumentSpec spec) {
        params.refuse("outcome", "rpiTakerAccess", "rpiPxRound");
        refuseOptionPrices(params, spec, "pxUsd", "pxVol");
        requireQuote(params, spec);
        return OrderTicketBuilder.builder()
                .instId(spec.instId())
                .tdMode(mode(params))
                .side(params.word("side", Side.values(), Side::wire))
                .ordType(params.word("ordType", OrderType.values(), OrderType::wire, "op_fok", "rpi", "elp"))
                .sz(params.decimal("sz"))
                .px(params.optionalDecimal("px"))
                .posSide(params.optionalWord("posSide", PosSide.values(), PosSide::wire))
                .ccy(params.optional("ccy"))
                .clOrdId(params.clientId("clOrdId"))
                .tag(params.tag())
                .tgtCcy(target(params))
                .reduceOnly(params.flag("reduceOnly"))
                .banAmend(params.flag("banAmend"))
                .pxAmendType(params.choice("pxAmendType"))
                .slippagePct(params.optionalDecimal("slippagePct"))
                .stpMode(params.optionalWord("stpMode", StpMode.values(), StpMode::wire))
                .attachAlgoOrds(Attachments.read(params))
                .build();
    }

    /** Returns the change of an order that a request asks for, or refuses with 51000 or 50038. */
    static Command.Amend amendment(Params params, InstrumentSpec spec) {
        params.refuse("speedBump", "rpiTakerAccess", "rpiPxRound");
        refuseOptionPrices(params, spec, "newPxUsd", "newPxVol");
        return new Command.Amend(
                spec.instId(),
                params.whole("ordId"),
                params.clientId("clOrdId"),
                params.optionalDecimal("newSz"),
                params.optionalDecimal("newPx"),
                params.clientId("reqId"),
                params.flag("cxlOnFail"),
                params.choice("pxAmendType"),
                Attachments.changes(params));
    }

    /** Refuses another quote currency than the one of the pair. */
    static void requireQuote(Params params, InstrumentSpec spec) {
        String quote = params.optional("tradeQuoteCcy");
        if (quote != null && !quote.equals(spec.quoteCcy())) {
            throw RefusedException.bad("tradeQuoteCcy");
        }
    }

    /** Refuses a price in dollars or as a volatility: only options have them, and this exchange takes no such order. */
    private static void refuseOptionPrices(Params params, InstrumentSpec spec, String... names) {
        for (String name : names) {
            if (params.has(name) && spec.instType() != InstrumentType.OPTION) {
                throw new RefusedException("51537", name + " is for options only");
            }
        }
        params.refuse(names);
    }

    /** Returns the trade mode; spot margin is refused with 50038. */
    static TradeMode mode(Params params) {
        return params.word("tdMode", TradeMode.values(), TradeMode::wire, "spot_isolated");
    }

    static @Nullable TargetCcy target(Params params) {
        return params.optionalWord("tgtCcy", TargetCcy.values(), TargetCcy::wire, "margin");
    }

    static @Nullable PriceType priceType(Params params, String name) {
        return params.optionalWord(name, PriceType.values(), PriceType::wire);
    }
}
