package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every algo order of the account, and which of them wait for their trigger. */
final class Algos {

    private final Map<Long, Algo> all = new LinkedHashMap<>();
    private final Map<Long, Algo> live = new LinkedHashMap<>();

    void add(Market market, Algo algo) {
        all.put(algo.id, algo);
        live.put(algo.id, algo);
        algo.follow(market.last());
        market.triggers.add(algo);
    }

    /** Takes an algo order out of those that wait; its state says why. */
    void ended(Market market, Algo algo) {
        live.remove(algo.id);
        market.triggers.remove(algo);
    }

    /** Does something while a live algo order is thought away. */
    void without(Algo algo, Runnable look) {
        Map<Long, Algo> before = new LinkedHashMap<>(live);
        live.remove(algo.id);
        try {
            look.run();
        } finally {
            live.clear();
            live.putAll(before);
        }
    }

    Collection<Algo> all() {
        return all.values();
    }

    Collection<Algo> live() {
        return live.values();
    }

    /** Returns the algo order, the latest when a client id was used again; an algo id wins over a client id. */
    @Nullable
    Algo find(String instId, @Nullable String algoId, @Nullable String algoClOrdId) {
        Algo found = null;
        for (Algo algo : all.values()) {
            boolean same = algoId != null
                    ? algo.algoId().equals(algoId)
                    : algoClOrdId != null && algoClOrdId.equals(algo.ticket.algoClOrdId());
            if (same && algo.spec.instId().equals(instId)) {
                found = algo;
            }
        }
        return found;
    }

    boolean isLive(String algoClOrdId) {
        return live.values().stream().anyMatch(algo -> algoClOrdId.equals(algo.ticket.algoClOrdId()));
    }

    /** Brings the algo orders attached to an order to life, for what has filled of it. */
    void attach(State state, Working order) {
        Market market = state.market(order.spec.instId());
        for (int i = 0; i < order.attached.size(); i++) {
            OrderView.AttachedView attached = order.attached.get(i);
            BigDecimal sz = order.filled;
            if (!order.spec.isContract() && order.side() == Side.BUY && !order.feeInQuote) {
                sz = Rounding.floor(sz.add(order.fee), order.spec.lotSz());
            }
            if (sz.compareTo(order.spec.minSz()) < 0) {
                order.attached.set(
                        i,
                        new OrderView.AttachedView(
                                attached.attachAlgoId(),
                                attached.algo(),
                                "51020",
                                "what has filled is under the minimum order size"));
                continue;
            }
            add(
                    market,
                    new Algo(
                            Long.parseLong(attached.attachAlgoId()),
                            order.spec,
                            ticket(order, attached.algo(), sz),
                            market.last(),
                            order.lever,
                            order.ordId(),
                            state.now));
            state.tape.event(new VenueEvent.AlgoAttached(
                    state.now, order.spec.instId(), attached.attachAlgoId(), order.ordId()));
        }
    }

    /** Cancels the algo orders that were to end with a position. */
    void positionClosed(State state, OrderTicket cause) {
        String instId = cause.instId();
        List<Algo> waiting = new ArrayList<>(live.values());
        for (Algo algo : waiting) {
            if (algo.ticket.cxlOnClosePos()
                    && algo.spec.instId().equals(instId)
                    && algo.ticket.tdMode() == cause.tdMode()
                    && algo.ticket.position() == cause.position()) {
                algo.end(AlgoState.CANCELED, state.now);
                ended(state.market(instId), algo);
                state.tape.event(new VenueEvent.AlgoCanceled(state.now, instId, algo.algoId()));
            }
        }
    }

    /** Returns the algo order that closes what an order has filled; both legs make an OCO. */
    private static AlgoTicket ticket(Working order, AttachedAlgo algo, BigDecimal sz) {
        boolean both = algo.tpTriggerPx() != null && algo.slTriggerPx() != null;
        return AlgoTicketBuilder.builder()
                .instId(order.spec.instId())
                .tdMode(order.ticket.tdMode())
                .posSide(order.ticket.posSide())
                .side(order.side().opposite())
                .ordType(both ? AlgoType.OCO : AlgoType.CONDITIONAL)
                .sz(sz)
                .algoClOrdId(algo.attachAlgoClOrdId())
                .tag(order.ticket.tag())
                .tgtCcy(order.spec.isContract() ? null : TargetCcy.BASE_CCY)
                .reduceOnly(order.spec.isContract())
                .tpTriggerPx(algo.tpTriggerPx())
                .tpTriggerPxType(algo.tpTriggerPxType())
                .tpOrdPx(algo.tpOrdPx())
                .slTriggerPx(algo.slTriggerPx())
                .slTriggerPxType(algo.slTriggerPxType())
                .slOrdPx(algo.slOrdPx())
                .build();
    }
}
