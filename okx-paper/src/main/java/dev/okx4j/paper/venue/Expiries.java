package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ends of the contracts that end, in the order of time.
 *
 * <p>At its end nothing is traded any more: open orders are cancelled and every position is settled in money. The
 * settlement price is the mean of the index over the last half hour when the feed tells the index, else its last price.
 */
final class Expiries {

    private static final String HOW = "settled at the mean of the index over the last half hour, or at its last price";

    private final State state;
    private final Desk desk;
    private final AlgoDesk algoDesk;
    private final Insurance insurance;
    private final Liquidation liquidation;
    private final Deque<Market> waiting = new ArrayDeque<>();

    Expiries(State state, Desk desk, AlgoDesk algoDesk, Liquidation liquidation) {
        this.state = state;
        this.desk = desk;
        this.algoDesk = algoDesk;
        this.insurance = new Insurance(state);
        this.liquidation = liquidation;
        state.markets.values().stream()
                .filter(market -> market.spec.expires())
                .sorted(Comparator.comparing(Expiries::end))
                .forEach(waiting::add);
        while (!waiting.isEmpty() && !end(waiting.getFirst()).isAfter(state.now)) {
            waiting.removeFirst().expire();
        }
    }

    /** Returns when the next contract ends, or null when none does. */
    @Nullable
    Instant next() {
        return waiting.isEmpty() ? null : end(waiting.getFirst());
    }

    /** Lets the next contract end; market time has come there. */
    void end() {
        Market market = waiting.removeFirst();
        boolean option = market.spec.optType() != null;
        for (Algo algo : List.copyOf(state.algos.live())) {
            if (algo.spec == market.spec) {
                algoDesk.cancel(algo);
            }
        }
        for (Working order : state.orders.openOf(market.spec.instId())) {
            desk.cancel(order, option ? Cancellation.EXPIRED : Cancellation.DELIVERED);
        }
        if (market.hasPrice()) {
            BigDecimal px = price(market, end(market));
            switch (market.spec.instType()) {
                case FUTURES -> deliver(market, "delivery", px, px);
                case OPTION -> {
                    BigDecimal payoff = Objects.requireNonNull(market.option).payoff(px);
                    deliver(market, payoff.signum() > 0 ? "exercised" : "expired_otm", px, payoff);
                }
                case SPOT, SWAP -> {}
            }
        }
        market.expire();
    }

    /** Returns the settlement price that a contract would have if it ended now, or null. */
    @Nullable
    BigDecimal estimate(String instId) {
        Market market = state.markets.get(instId);
        return market == null || !market.hasPrice() || !market.spec.expires() ? null : price(market, state.now);
    }

    /**
     * Settles every position in a contract.
     *
     * @param type what becomes of the contract, in OKX's word
     * @param px settlement price
     * @param worth what one coin of the contract is settled at: the settlement price, or what exercising an option gives
     */
    private void deliver(Market market, String type, BigDecimal px, BigDecimal worth) {
        state.deliveries.add(new DeliveryView(
                market.spec.instType(), market.spec.instId(), type, px, state.now));
        for (Holding holding : state.positions.of(market.spec.instId())) {
            BigDecimal before = state.ledger.cash(holding.spec.settleCcy());
            state.tape.event(
                    new VenueEvent.Delivered(state.now, holding.instId, holding.mode, px, holding.pos));
            desk.settle(holding, worth, HOW);
            if (holding.isIsolated()) {
                insurance.cover(holding, before.subtract(state.ledger.cash(holding.spec.settleCcy())));
            } else {
                insurance.coverCash(holding);
            }
        }
        for (Holding left : state.positions.cross(market.spec.settleCcy())) {
            liquidation.check(state.market(left.instId));
        }
    }

    /** Returns the settlement price at a moment: of the half hour before the end, what has passed of it. */
    private BigDecimal price(Market market, Instant at) {
        InstrumentSpec spec = market.spec;
        Instant from = end(market).minus(Indices.WINDOW);
        BigDecimal mean = at.isAfter(from) ? state.indices.mean(spec.uly(), from, at) : null;
        return mean == null ? market.index() : mean;
    }

    private static Instant end(Market market) {
        return Objects.requireNonNull(market.spec.expTime());
    }
}
