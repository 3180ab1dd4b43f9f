package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where algo orders come in and where their triggers place orders. */
final class AlgoDesk {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    private final State state;
    private final AlgoRules rules;
    private final Desk desk;

    AlgoDesk(State state, Desk desk) {
        this.state = state;
        this.rules = new AlgoRules(state);
        this.desk = desk;
    }

    /** Accepts an algo order, or throws without having changed anything. Nothing is frozen for it. */
    Algo place(AlgoTicket ticket) {
        Market market = state.pricedMarket(ticket.instId());
        rules.check(market, ticket);
        BigDecimal lever = market.spec.isContract()
                ? state.positions.lever(market.spec, ticket.tdMode(), ticket.position())
                : null;
        Algo algo = new Algo(state.nextId(), market.spec, ticket, market.last(), lever, "", state.now);
        state.algos.add(market, algo);
        return algo;
    }

    /** Cancels a live algo order. */
    void cancel(Algo algo) {
        algo.end(AlgoState.CANCELED, state.now);
        state.algos.ended(state.market(algo.spec.instId()), algo);
    }

    /** Changes a live take-profit or stop-loss, or throws without having changed anything. */
    void amend(Algo algo, Command.AmendAlgo change) {
        Market market = state.pricedMarket(algo.spec.instId());
        AlgoTicket changed = changed(algo, change);
        state.algos.without(algo, () -> rules.check(market, changed));
        market.triggers.remove(algo);
        algo.ticket = changed;
        algo.uTime = state.now;
        market.triggers.add(algo);
    }

    /** Returns what an algo order is after a change; only a take-profit or stop-loss that is there can be another. */
    private static AlgoTicket changed(Algo algo, Command.AmendAlgo change) {
        AlgoTicket ticket = algo.ticket;
        if (algo.isTrailing()) {
            throw RefusedException.because("51506", "A trailing stop cannot be amended");
        }
        AlgoTicketBuilder changed = AlgoTicketBuilder.builder(ticket);
        if (change.newSz() != null) {
            if (ticket.closeFraction() != null) {
                throw RefusedException.because("51524", "A stop of the whole position has no size to amend");
            }
            changed.sz(change.newSz());
        }
        requireLeg("Tp", ticket.tpTriggerPx(), change.newTpTriggerPx(), change.newTpOrdPx());
        requireLeg("Sl", ticket.slTriggerPx(), change.newSlTriggerPx(), change.newSlOrdPx());
        AlgoTicket given = changed.tpTriggerPx(or(change.newTpTriggerPx(), ticket.tpTriggerPx()))
                .tpTriggerPxType(or(change.newTpTriggerPxType(), ticket.tpTriggerPxType()))
                .tpOrdPx(or(change.newTpOrdPx(), ticket.tpOrdPx()))
                .slTriggerPx(or(change.newSlTriggerPx(), ticket.slTriggerPx()))
                .slTriggerPxType(or(change.newSlTriggerPxType(), ticket.slTriggerPxType()))
                .slOrdPx(or(change.newSlOrdPx(), ticket.slOrdPx()))
                .build();
        if (given.equals(ticket)) {
            throw RefusedException.because(
                    "51500", "Nothing is amended: a new size, trigger or order price is required");
        }
        return given;
    }

    private static void requireLeg(
            String leg, @Nullable BigDecimal has, @Nullable BigDecimal triggerPx, @Nullable BigDecimal ordPx) {
        if (has == null && (triggerPx != null || ordPx != null)) {
            throw RefusedException.parameter("new" + leg + "TriggerPx", "the algo order has no such leg to amend");
        }
    }

    private static <T> @Nullable T or(@Nullable T changed, @Nullable T before) {
        return changed == null ? before : changed;
    }

    /** Lets one trigger place its order; a refused order ends the algo order as failed. */
    void fire(Market market, Algo.Trigger trigger) {
        Algo algo = trigger.algo();
        BigDecimal seen = market.last();
        state.algos.ended(market, algo);
        int place = state.tape.bookmark();
        Working order = null;
        String failCode = "";
        try {
            order = desk.place(ticket(algo, trigger), origin(algo));
        } catch (RefusedException refused) {
            failCode = refused.refusal().code();
        }
        AlgoState ended = order == null ? AlgoState.ORDER_FAILED : AlgoState.EFFECTIVE;
        algo.triggered(ended, outcome(trigger, order, failCode), state.now);
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
                        order == null ? failCode : null));
    }

    /** Returns what to show of a trigger: of a limit order its limit, of a market order what it got. */
    private static Algo.Outcome outcome(Algo.Trigger trigger, @Nullable Working order, String failCode) {
        String side = trigger.what().length() == 2 ? trigger.what() : "";
        if (order == null) {
            return new Algo.Outcome(side, "", null, null, failCode);
        }
        BigDecimal px = order.px == null ? order.view().avgPx() : order.px;
        return new Algo.Outcome(side, order.ordId(), order.sz, px, "");
    }

    /** Returns the order that a trigger places: market when its price is −1, else limit. */
    private OrderTicket ticket(Algo algo, Algo.Trigger trigger) {
        AlgoTicket asked = algo.ticket;
        boolean market = trigger.ordPx().compareTo(MARKET) == 0;
        return OrderTicketBuilder.builder()
                .instId(asked.instId())
                .tdMode(asked.tdMode())
                .side(asked.side())
                .ordType(market ? OrderType.MARKET : OrderType.LIMIT)
                .posSide(asked.posSide())
                .sz(size(algo))
                .px(market ? null : trigger.ordPx())
                .tag(asked.tag())
                .tgtCcy(asked.tgtCcy())
                .reduceOnly(asked.reduceOnly())
                .attachAlgoOrds(List.of())
                .build();
    }

    /** Returns the size to order: what was asked for, but of a reduce-only order no more than there is to reduce. */
    private BigDecimal size(Algo algo) {
        Holding holding = state.positions.find(algo.spec.instId(), algo.ticket.tdMode(), algo.ticket.position());
        BigDecimal held = holding == null ? algo.spec.minSz() : holding.pos.abs();
        BigDecimal asked = algo.ticket.sz() == null ? held : algo.ticket.sz();
        return algo.ticket.closes() ? asked.min(held) : asked;
    }

    /** Returns OKX's source of the order: 25 for a trailing stop, else 7. */
    private static Working.Origin origin(Algo algo) {
        return new Working.Origin(
                algo.isTrailing() ? "25" : "7", "normal", algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()));
    }
}
