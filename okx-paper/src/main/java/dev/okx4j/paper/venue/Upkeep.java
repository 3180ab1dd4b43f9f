package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a fill entails for the account's other orders: those that no longer reduce, close or have their margin. */
final class Upkeep {

    private final State state;
    private final Funds funds;
    private final Desk desk;

    Upkeep(State state, Funds funds, Desk desk) {
        this.state = state;
        this.funds = funds;
        this.desk = desk;
    }

    /** Restores, after a fill of a contract order, that orders fit the position and the margin. */
    void afterFill(Working cause) {
        if (!cause.spec.isContract()) {
            return;
        }
        Holding holding = state.positions.find(cause.spec.instId(), cause.ticket.tdMode());
        trimReduceOnly(cause, holding);
        if (holding == null) {
            state.algos.positionClosed(state, cause.spec.instId(), cause.ticket.tdMode());
        }
        freeMargin(cause);
    }

    /** Cuts the reduce-only orders, worst price first, to what there is to reduce. */
    private void trimReduceOnly(Working cause, @Nullable Holding holding) {
        BigDecimal left = holding == null ? BigDecimal.ZERO : holding.pos.abs();
        for (Working order : reduceOnly(cause)) {
            if (holding == null || holding.reducingSide() != order.side()) {
                desk.cancel(order, Cancellation.POSITION_CLOSED);
            } else if (left.signum() == 0) {
                desk.cancel(order, Cancellation.REDUCE_ONLY_TRIMMED);
            } else {
                BigDecimal kept = order.open().min(left);
                left = left.subtract(kept);
                if (kept.compareTo(order.open()) < 0) {
                    desk.trim(order, kept);
                }
            }
        }
    }

    /** Returns the resting reduce-only orders of the same position, best price first. */
    private List<Working> reduceOnly(Working cause) {
        List<Working> found = new ArrayList<>();
        for (Working order : state.orders.openOf(cause.spec.instId())) {
            if (order.ticket.reduceOnly() && order.ticket.tdMode() == cause.ticket.tdMode() && order.px != null) {
                found.add(order);
            }
        }
        found.sort(Comparator.comparing(Upkeep::eagerness).thenComparing(order -> order.id));
        return found;
    }

    /** Returns what sorts orders best price first: those keep their size longest when there is less to reduce. */
    private static BigDecimal eagerness(Working order) {
        BigDecimal px = order.px == null ? BigDecimal.ZERO : order.px;
        return order.side() == Side.SELL ? px : px.negate();
    }

    /** Cancels orders until what is frozen is covered again: first those that have turned from closing to opening. */
    private void freeMargin(Working cause) {
        String ccy = cause.spec.settleCcy();
        while (funds.frozen(ccy).signum() > 0
                && funds.usable(ccy).signum() < 0
                && funds.cash(ccy).compareTo(funds.frozen(ccy)) < 0) {
            Working turned = newest(ccy, order -> order != cause && turned(order, cause));
            Working newest = turned == null ? newest(ccy, order -> order != cause) : turned;
            if (newest == null) {
                return;
            }
            desk.cancel(newest, turned == null ? Cancellation.RISK : Cancellation.NO_LONGER_REDUCING);
        }
    }

    /** Returns whether an order is of the side and mode whose fill has just turned it from closing to opening. */
    private static boolean turned(Working order, Working cause) {
        return order.spec.instId().equals(cause.spec.instId())
                && order.side() == cause.side()
                && order.ticket.tdMode() == cause.ticket.tdMode();
    }

    /** Returns the newest open order that freezes a currency and passes a test, or null. */
    private @Nullable Working newest(String ccy, Predicate<Working> which) {
        Working newest = null;
        for (Working order : state.orders.open()) {
            boolean freezes = order.spec.isContract()
                    ? order.spec.settleCcy().equals(ccy)
                    : order.side() == Side.BUY && order.spec.quoteCcy().equals(ccy);
            if (freezes && order.px != null && !order.ticket.reduceOnly() && which.test(order)) {
                newest = order;
            }
        }
        return newest;
    }
}
