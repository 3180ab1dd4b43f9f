package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Preview;
import java.math.BigDecimal;

/** Where open orders and algo orders are amended. */
final class AmendDesk {

    private final State state;
    private final OrderRules rules;
    private final Purse purse;
    private final Desk desk;
    private final AlgoDesk algoDesk;

    AmendDesk(State state, Funds funds, Desk desk, AlgoDesk algoDesk) {
        this.state = state;
        this.rules = new OrderRules(state);
        this.purse = new Purse(state, funds);
        this.desk = desk;
        this.algoDesk = algoDesk;
    }

    /** Amends an open order: 51503 when unknown, 51509 when cancelled, 51510 when filled, 51500 when nothing changes. */
    Reply amend(Command.Amend amend) {
        state.market(amend.instId());
        Texts.requireClientId("reqId", amend.reqId());
        if (amend.newSz() == null && amend.newPx() == null) {
            throw RefusedException.because("51500", "Either newSz or newPx is required");
        }
        Working order = state.orders.find(amend.instId(), amend.ordId(), amend.clOrdId());
        if (order == null) {
            throw gone("51503", "does not exist");
        }
        if (!order.isOpen()) {
            throw order.state == OrderState.FILLED
                    ? gone("51510", "has been completed")
                    : gone("51509", "has been canceled");
        }
        Refusal failure = null;
        try {
            change(order, amend);
        } catch (RefusedException refused) {
            if (!amend.cxlOnFail()) {
                throw refused;
            }
            desk.cancel(
                    order,
                    Cancellation.AMEND_FAILED,
                    new VenueEvent.Amendment(Texts.orEmpty(amend.reqId()), "1", "1"));
            failure = refused.refusal();
        }
        return new Reply.Amended(
                order.ordId(),
                Texts.orEmpty(order.ticket.clOrdId()),
                Texts.orEmpty(amend.reqId()),
                state.now,
                failure,
                state.tape.drain());
    }

    /** Amends a live algo order; the codes are those of orders, and 51506 for a kind that cannot be amended. */
    Reply amend(Command.AmendAlgo amend) {
        state.market(amend.instId());
        Texts.requireClientId("reqId", amend.reqId());
        Algo algo = state.algos.find(amend.instId(), amend.algoId(), amend.algoClOrdId());
        if (algo == null) {
            throw gone("51503", "does not exist");
        }
        if (algo.state != AlgoState.LIVE) {
            throw algo.state == AlgoState.CANCELED
                    ? gone("51509", "has been canceled")
                    : gone("51510", "has been completed");
        }
        Refusal failure = null;
        try {
            algoDesk.amend(algo, amend);
        } catch (RefusedException refused) {
            if (!amend.cxlOnFail()) {
                throw refused;
            }
            algoDesk.cancel(algo);
            failure = refused.refusal();
        }
        return new Reply.AlgoAmended(
                algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()), Texts.orEmpty(amend.reqId()), failure);
    }

    private static RefusedException gone(String code, String why) {
        return RefusedException.because(code, "Order modification failed as the order " + why);
    }

    /** Changes the order, or throws without having changed anything. What only makes it smaller needs no money. */
    private void change(Working order, Command.Amend amend) {
        Market market = state.pricedMarket(amend.instId());
        BigDecimal before = order.px;
        BigDecimal sz = amend.newSz() == null ? order.sz : amend.newSz();
        boolean repriced =
                amend.newPx() != null && (before == null || amend.newPx().compareTo(before) != 0);
        OrderTicket changed = OrderTicketBuilder.builder(order.ticket)
                .sz(sz)
                .px(repriced ? amend.newPx() : before)
                .pxAmendType(amend.pxAmendType())
                .build();
        rules.checkSize(market, changed);
        boolean onlySmaller = sz.compareTo(order.filled) <= 0 || (!repriced && sz.compareTo(order.sz) <= 0);
        BigDecimal px = onlySmaller && before != null
                ? before
                : state.orders.without(order, () -> require(market, order, changed, repriced));
        desk.amend(order, px, sz, Texts.orEmpty(amend.reqId()));
    }

    /** Checks the changed order as if it were new, for the part that has not filled, and returns its limit price. */
    private BigDecimal require(Market market, Working order, OrderTicket changed, boolean repriced) {
        OrderTicket rest = OrderTicketBuilder.builder(changed)
                .sz(changed.sz().subtract(order.filled))
                .build();
        try {
            BigDecimal px = rules.recheck(market, changed, rest, repriced);
            if (changed.ordType() == OrderType.POST_ONLY && market.crosses(changed.side(), px)) {
                throw RefusedException.because(
                        "51511", "A post-only order cannot be amended to a price that would take");
            }
            Preview preview = market.preview(Desk.incoming(market, rest, px, order.id));
            purse.require(market, rest, px, preview);
            return px;
        } catch (RefusedException refused) {
            throw asAmendment(refused);
        }
    }

    /** Returns a refusal with the code that it has for an amendment, where that differs from a new order's. */
    private static RefusedException asAmendment(RefusedException refused) {
        Refusal refusal = refused.refusal();
        return switch (refusal.code() + refusal.subCode()) {
            case "510081000" -> RefusedException.because("51502", "1030", refusal.msg());
            case "510081001" -> RefusedException.because("51502", "1031", refusal.msg());
            case "510041104" -> RefusedException.because("51004", "1114", refusal.msg());
            case "510041105" -> RefusedException.because("51004", "1115", refusal.msg());
            default -> refused;
        };
    }
}
