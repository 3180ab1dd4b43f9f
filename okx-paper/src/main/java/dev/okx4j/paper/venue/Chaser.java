package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Keeps the post-only order of a chase order at the best price of its side, until it fills or that has gone too far. */
final class Chaser {

    private final State state;
    private final Desk desk;
    private final Repricing repricing;

    Chaser(State state, Desk desk, Repricing repricing) {
        this.state = state;
        this.desk = desk;
        this.repricing = repricing;
    }

    /** Places the order, moves it, or ends the chase. */
    void follow(Market market, Algo algo) {
        Working order = algo.orders.isEmpty() ? null : algo.orders.get(algo.orders.size() - 1);
        if (order != null && order.state == OrderState.FILLED) {
            end(market, algo, AlgoState.EFFECTIVE);
            return;
        }
        if (order != null && !order.isOpen() && !order.cancellation.equals(Cancellation.POST_ONLY)) {
            end(market, algo, AlgoState.CANCELED);
            return;
        }
        List<OrderBook.Row> rows = market.rows(algo.ticket.side(), 1);
        if (rows.isEmpty()) {
            return;
        }
        BigDecimal best = rows.get(0).px();
        if (algo.chaseStart == null) {
            algo.chaseStart = best;
        }
        if (isTooFar(algo, best)) {
            algo.openOrders().forEach(open -> desk.cancel(open, Cancellation.CHASED_TOO_FAR));
            end(market, algo, AlgoState.CANCELED);
            return;
        }
        BigDecimal px = target(algo, best);
        try {
            if (order == null || !order.isOpen()) {
                OrderTicket ticket = Slices.ticket(algo, OrderType.POST_ONLY, px, Slices.open(algo));
                algo.orders.add(desk.place(ticket, Slices.origin(algo, "34")));
            } else if (order.px == null || order.px.compareTo(px) != 0) {
                repricing.change(
                        order,
                        new Command.Amend(algo.spec.instId(), order.ordId(), null, null, px, null, false, false));
            }
        } catch (RefusedException refused) {
            algo.openOrders().forEach(open -> desk.cancel(open, Cancellation.BY_SYSTEM));
            state.algos.fail(market, algo, refused.refusal(), state.now);
        }
    }

    private void end(Market market, Algo algo, AlgoState ended) {
        algo.become(ended, state.now);
        state.algos.ended(market, algo);
    }

    /** Returns where the order belongs: behind the best price by the distance that was asked for. */
    private static BigDecimal target(Algo algo, BigDecimal best) {
        AlgoTicket.Chasing chasing = Objects.requireNonNull(algo.ticket.chasing());
        BigDecimal behind = distance(chasing.chaseType(), chasing.chaseVal(), best);
        BigDecimal tick = algo.spec.tickSz();
        return algo.ticket.side() == Side.BUY
                ? Rounding.floor(best.subtract(behind), tick).max(tick)
                : Rounding.ceil(best.add(behind), tick);
    }

    private static boolean isTooFar(Algo algo, BigDecimal best) {
        AlgoTicket.Chasing chasing = Objects.requireNonNull(algo.ticket.chasing());
        if (chasing.maxChaseType() == null || chasing.maxChaseVal() == null || algo.chaseStart == null) {
            return false;
        }
        BigDecimal gone =
                algo.ticket.side() == Side.BUY ? best.subtract(algo.chaseStart) : algo.chaseStart.subtract(best);
        return gone.compareTo(distance(chasing.maxChaseType(), chasing.maxChaseVal(), algo.chaseStart)) > 0;
    }

    private static BigDecimal distance(ChaseType type, BigDecimal value, BigDecimal px) {
        return type == ChaseType.RATIO ? px.multiply(value) : value;
    }
}
