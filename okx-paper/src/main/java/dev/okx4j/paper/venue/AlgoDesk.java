package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where algo orders come in and where their triggers place orders. */
final class AlgoDesk {

    private final State state;
    private final AlgoRules rules;
    private final Desk desk;
    private final AttachedDesk attached;
    private final WorkDesk work;

    AlgoDesk(State state, Desk desk, WorkDesk work) {
        this.state = state;
        this.rules = new AlgoRules(state);
        this.desk = desk;
        this.attached = new AttachedDesk(state);
        this.work = work;
    }

    /** Accepts an algo order, or throws without having changed anything. Nothing is frozen before it places an order. */
    Algo place(AlgoTicket ticket) {
        Market market = state.pricedMarket(ticket.instId());
        rules.check(market, ticket);
        return accept(market, ticket);
    }

    private Algo accept(Market market, AlgoTicket ticket) {
        BigDecimal lever = market.spec.isContract()
                ? state.positions.lever(market.spec, ticket.tdMode(), ticket.position())
                : null;
        Algo algo = new Algo(state.nextId(), market.spec, ticket, market.last(), lever, "", state.now);
        algo.rising = isAbove(market, ticket);
        state.algos.add(market, algo);
        if (ticket.ordType().isWorked()) {
            work.begin(market, algo);
        }
        return algo;
    }

    /** Returns whether a trigger order waits for a higher price than the one that it watches has now. */
    static boolean isAbove(Market market, AlgoTicket ticket) {
        PriceType watched = ticket.triggerPxType() == null ? PriceType.LAST : ticket.triggerPxType();
        return ticket.triggerPx() != null && ticket.triggerPx().compareTo(market.watched(watched)) >= 0;
    }

    /** Cancels an algo order that is not over, with the orders of it that are open. */
    void cancel(Algo algo) {
        algo.become(AlgoState.CANCELED, state.now);
        state.algos.ended(state.market(algo.spec.instId()), algo);
        algo.openOrders().forEach(order -> desk.cancel(order, Cancellation.BY_USER));
    }

    /** Changes a live algo order, or throws without having changed anything. */
    void amend(Algo algo, Command.AmendAlgo change) {
        Market market = state.pricedMarket(algo.spec.instId());
        AlgoTicket changed = AlgoChange.of(algo, change);
        state.algos.without(algo, () -> rules.check(market, changed));
        market.triggers.remove(algo);
        boolean moved = changed.triggerPx() != null && !changed.triggerPx().equals(algo.ticket.triggerPx());
        algo.ticket = changed;
        algo.rising = moved ? isAbove(market, changed) : algo.rising;
        algo.uTime = state.now;
        market.triggers.add(algo);
    }

    /** Fires every trigger of a market that its price has reached, the ones that this leads to included. */
    void fireDue(Market market) {
        for (Algo.Trigger due = market.triggers.due(market::watched);
                due != null;
                due = market.triggers.due(market::watched)) {
            fire(market, due);
        }
    }

    /** Lets one trigger place its order; a refused order ends the algo order as failed. */
    private void fire(Market market, Algo.Trigger trigger) {
        Algo algo = trigger.algo();
        BigDecimal seen = market.watched(trigger.watched());
        state.algos.ended(market, algo);
        int place = state.tape.bookmark();
        String failCode = "";
        Working order = null;
        try {
            if (algo.ticket.advanceOrdType() == AdvanceType.CHASE) {
                algo.subAlgoIds.add(place(chase(algo.ticket)).algoId());
            } else {
                order = desk.place(ticket(algo, trigger), origin(algo));
                algo.orders.add(order);
            }
        } catch (RefusedException refused) {
            failCode = refused.refusal().code();
        }
        AlgoState ended = failCode.isEmpty() ? AlgoState.EFFECTIVE : AlgoState.ORDER_FAILED;
        algo.triggered(ended, outcome(trigger, order, failCode), state.now);
        if (failCode.isEmpty()) {
            attached.triggered(algo, trigger.what());
        }
        state.tape.insert(
                place,
                new VenueEvent.AlgoTriggered(
                        state.now,
                        algo.spec.instId(),
                        algo.algoId(),
                        trigger.what(),
                        trigger.px(),
                        seen,
                        order == null ? null : order.ordId(),
                        failCode.isEmpty() ? null : failCode));
    }

    /** Returns what to show of a trigger: of a limit order its limit, of a market order what it got. */
    private static Algo.Outcome outcome(Algo.Trigger trigger, @Nullable Working order, String failCode) {
        String side = trigger.what().length() == 2 ? trigger.what() : "";
        if (order == null) {
            return Algo.Outcome.failed(side, failCode);
        }
        BigDecimal px = order.px == null ? order.view().avgPx() : order.px;
        return new Algo.Outcome(side, order.sz, px, "");
    }

    /** Returns the chase order that a trigger order places. */
    private static AlgoTicket chase(AlgoTicket trigger) {
        return AlgoTicketBuilder.builder()
                .instId(trigger.instId())
                .tdMode(trigger.tdMode())
                .side(trigger.side())
                .posSide(trigger.posSide())
                .ordType(AlgoType.CHASE)
                .sz(trigger.sz())
                .tag(trigger.tag())
                .reduceOnly(trigger.reduceOnly())
                .chasing(trigger.chasing())
                .attachAlgoOrds(List.of())
                .build();
    }

    /** Returns the order that a trigger places: market when its price is −1, else limit, fill-or-kill or immediate. */
    private OrderTicket ticket(Algo algo, Algo.Trigger trigger) {
        AlgoTicket asked = algo.ticket;
        boolean market = trigger.ordPx().compareTo(AttachedRules.MARKET) == 0;
        OrderType named = asked.advanceOrdType() == AdvanceType.FOK
                ? OrderType.FOK
                : asked.advanceOrdType() == AdvanceType.IOC ? OrderType.IOC : OrderType.LIMIT;
        return OrderTicketBuilder.builder()
                .instId(asked.instId())
                .tdMode(asked.tdMode())
                .side(asked.side())
                .posSide(asked.posSide())
                .ordType(market ? OrderType.MARKET : named)
                .sz(size(algo))
                .px(market ? null : trigger.ordPx())
                .tag(asked.tag())
                .tgtCcy(asked.tgtCcy())
                .reduceOnly(asked.reduceOnly())
                .attachAlgoOrds(asked.attachAlgoOrds())
                .build();
    }

    /** Returns the size to order: what was asked for, but of a reduce-only order no more than there is to reduce. */
    private BigDecimal size(Algo algo) {
        Holding holding = state.positions.find(algo.spec.instId(), algo.ticket.tdMode(), algo.ticket.position());
        BigDecimal held = holding == null ? algo.spec.minSz() : holding.pos.abs();
        BigDecimal asked = algo.ticket.sz() == null ? held : algo.ticket.sz();
        return algo.ticket.closes() ? asked.min(held) : asked;
    }

    /** Returns OKX's source of the order: 25 for a trailing stop, 6 for a trigger order, else 7. */
    private static Working.Origin origin(Algo algo) {
        String source = algo.isTrailing() ? "25" : algo.ticket.ordType() == AlgoType.TRIGGER ? "6" : "7";
        return new Working.Origin(source, "normal", algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()));
    }
}
