package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works the algo orders that place their orders as the market moves on: iceberg, TWAP and chase.
 *
 * <p>Nothing here has a clock of its own. The first order is placed with the algo order. A TWAP order places the next
 * one when market time reaches the next interval; an iceberg or chase order looks at the book when an event of the feed
 * is over, replaces what has filled and moves what the price has left behind. So the same feed and the same commands
 * place the same slices.
 */
final class WorkDesk {

    private final State state;
    private final Desk desk;
    private final Chaser chaser;

    WorkDesk(State state, Desk desk, Repricing repricing) {
        this.state = state;
        this.desk = desk;
        this.chaser = new Chaser(state, desk, repricing);
    }

    /** Places the first order of a new algo order; a refused one ends it as failed. */
    void begin(Market market, Algo algo) {
        if (algo.ticket.ordType() == AlgoType.TWAP) {
            algo.due = state.now;
            slice(market, algo);
        } else {
            settle(market, algo);
        }
    }

    /** Returns when the next slice of a TWAP order is due, or null. */
    @Nullable
    Instant due() {
        Algo next = next();
        return next == null ? null : next.due;
    }

    /** Places the slice that is due first, and returns when it was due. */
    Instant slice() {
        Algo algo = next();
        if (algo == null || algo.due == null) {
            throw new IllegalStateException("no slice is due");
        }
        state.now = algo.due;
        slice(state.market(algo.spec.instId()), algo);
        return state.now;
    }

    private @Nullable Algo next() {
        Algo next = null;
        for (Algo algo : state.algos.live()) {
            if (algo.due != null && (next == null || next.due == null || algo.due.isBefore(next.due))) {
                next = algo;
            }
        }
        return next;
    }

    /** Lets iceberg and chase orders look at the book. */
    void settle() {
        for (Algo algo : List.copyOf(state.algos.live())) {
            if (!algo.state.isOver()
                    && (algo.ticket.ordType().isIceberg() || algo.ticket.ordType() == AlgoType.CHASE)) {
                settle(state.market(algo.spec.instId()), algo);
            }
        }
    }

    private void settle(Market market, Algo algo) {
        if (algo.ticket.ordType() == AlgoType.CHASE) {
            chaser.follow(market, algo);
        } else {
            iceberg(market, algo);
        }
    }

    /** Places one slice of a TWAP order: immediate, at the best price of the other side and its distance, or its limit. */
    private void slice(Market market, Algo algo) {
        AlgoTicket.Slicing slicing = Slices.of(algo);
        BigDecimal interval = slicing.timeInterval() == null ? BigDecimal.ONE : slicing.timeInterval();
        algo.due = state.now.plusSeconds(interval.longValueExact());
        Side side = algo.ticket.side();
        if (Slices.isBeyond(side, market.last(), slicing.pxLimit())) {
            algo.become(AlgoState.PAUSE, state.now);
            return;
        }
        List<OrderBook.Row> best = market.rows(side.opposite(), 1);
        if (!best.isEmpty()) {
            BigDecimal px = Slices.away(algo, best.get(0).px(), side == Side.BUY);
            place(market, algo, OrderType.IOC, px, Slices.next(algo, Slices.open(algo)));
        }
        over(market, algo);
    }

    /** Replaces what has filled of an iceberg order, and what the price has left behind. */
    private void iceberg(Market market, Algo algo) {
        AlgoTicket.Slicing slicing = Slices.of(algo);
        over(market, algo);
        Side side = algo.ticket.side();
        BigDecimal best = algo.state.isOver() ? null : Slices.base(market, algo);
        if (best == null) {
            return;
        }
        BigDecimal px = Slices.away(algo, best, side == Side.SELL);
        for (Working order : algo.openOrders()) {
            if (order.px != null && Slices.isLeftBehind(algo, order.px, px)) {
                desk.cancel(order, Cancellation.BY_SYSTEM);
            }
        }
        if (Slices.isBeyond(side, market.last(), slicing.pxLimit())) {
            algo.become(AlgoState.PAUSE, state.now);
            return;
        }
        int most =
                slicing.lmtOrderNumber() == null ? 1 : slicing.lmtOrderNumber().intValueExact();
        BigDecimal free = Slices.open(algo);
        for (Working order : algo.openOrders()) {
            free = free.subtract(order.open());
        }
        while (free.signum() > 0 && !algo.state.isOver() && algo.openOrders().size() < most) {
            BigDecimal sz = Slices.next(algo, free);
            place(market, algo, OrderType.LIMIT, px, sz);
            free = free.subtract(sz);
            Working placed = algo.state.isOver() ? null : algo.orders.get(algo.orders.size() - 1);
            if (placed == null || !placed.isOpen()) {
                return;
            }
        }
    }

    /** Places an order of an algo order; a refused one ends the algo order, as failed in part when others have filled. */
    private void place(Market market, Algo algo, OrderType type, BigDecimal px, BigDecimal sz) {
        try {
            algo.orders.add(desk.place(Slices.ticket(algo, type, px, sz), Slices.origin(algo, "13")));
            algo.become(AlgoState.PARTIALLY_EFFECTIVE, state.now);
        } catch (RefusedException refused) {
            state.algos.fail(market, algo, refused.refusal(), state.now);
        }
    }

    /** Ends an algo order of which too little is left for another order. */
    private void over(Market market, Algo algo) {
        if (!algo.state.isOver()
                && algo.openOrders().isEmpty()
                && Slices.open(algo).compareTo(algo.spec.minSz()) < 0) {
            algo.due = null;
            algo.become(AlgoState.EFFECTIVE, state.now);
            state.algos.ended(market, algo);
        }
    }
}
