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
        Holding holding = state.positions.find(cause.ticket);
        trimReduceOnly(cause, holding);
        if (holding == null) {
            state.algos.positionClosed(state, cause.ticket);
        }
        freeMargin(cause);
    }

    /** Restores, after a reduce-only order has come to rest, that the better-priced ones come first. */
    void afterPlacing(Working placed) {
        if (placed.isOpen() && placed.ticket.closes()) {
            trimReduceOnly(placed, state.positions.find(placed.ticket));
        }
    }

    /** Cuts the reduce-only orders, worst price first, to what there is to reduce. */
    private void trimReduceOnly(Working cause, @Nullable Holding holding) {
        BigDecimal left = holding == null ? BigDecimal.ZERO : holding.pos.abs();
        for (Working order : reduceOnly(cause)) {
            if (holding == null || holding.reducingSide() != order.side()) {
                desk.cancel(order, Cancellation.POSITION_CLOSED);
            } else if (left.signum() == 0) {
                desk.cancel(
                        order, order == cause ? Cancellation.REDUCES_NOTHING : Cancellation.REDUCE_ONLY_TRIMMED);
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
            if (order.ticket.closes() && isSamePosition(order, cause) && order.px != null) {
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
                && isSamePosition(order, cause);
    }

    /** Returns whether two orders of an instrument are about the same position. */
    private static boolean isSamePosition(Working order, Working cause) {
        return order.ticket.tdMode() == cause.ticket.tdMode() && order.ticket.position() == cause.ticket.position();
    }

    /** Returns the newest open order that freezes a currency and passes a test, or null. */
    private @Nullable Working newest(String ccy, Predicate<Working> which) {
        Working newest = null;
        for (Working order : state.orders.open()) {
            boolean freezes = order.spec.isContract()
                    ? order.spec.settleCcy().equals(ccy)
                    : order.side() == Side.BUY && order.spec.quoteCcy().equals(ccy);
            if (freezes && order.px != null && !order.ticket.closes() && which.test(order)) {
                newest = order;
            }
        }
        return newest;
    }
}
