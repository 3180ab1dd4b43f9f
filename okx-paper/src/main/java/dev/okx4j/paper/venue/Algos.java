package dev.okx4j.paper.venue;

import java.time.Instant;
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

    /** Ends an algo order because an order of it was refused: as failed in part when others have filled. */
    void fail(Market market, Algo algo, Refusal refusal, Instant now) {
        boolean some = algo.filled().signum() > 0;
        algo.due = null;
        algo.triggered(
                some ? AlgoState.PARTIALLY_FAILED : AlgoState.ORDER_FAILED,
                new Algo.Outcome("", some ? algo.filled() : null, some ? algo.mean() : null, refusal.code()),
                now);
        ended(market, algo);
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

    /** Cancels the algo orders that were to end with a position. */
    void positionClosed(State state, OrderTicket cause) {
        String instId = cause.instId();
        List<Algo> waiting = new ArrayList<>(live.values());
        for (Algo algo : waiting) {
            if (algo.ticket.cxlOnClosePos()
                    && algo.spec.instId().equals(instId)
                    && algo.ticket.tdMode() == cause.tdMode()
                    && algo.ticket.position() == cause.position()) {
                algo.become(AlgoState.CANCELED, state.now);
                ended(state.market(instId), algo);
                state.tape.event(new VenueEvent.AlgoCanceled(state.now, instId, algo.algoId()));
            }
        }
    }
}
