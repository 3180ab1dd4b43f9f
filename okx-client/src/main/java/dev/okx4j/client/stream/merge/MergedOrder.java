package dev.okx4j.client.stream.merge;

import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderBuilder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as all statements about it, and all fills of it, together show it.
 *
 * <p>It does not matter in which order they come in, how often each does, or how they were grouped: an order that is over stays
 * over, the filled size never falls, each trade counts once, and everything else is as the newest version of the order has
 * it. This class is not thread-safe.
 */
public final class MergedOrder {
    private @Nullable OrderStatement newest;
    private @Nullable OrderStatement fullest;
    private @Nullable OrderStatement furthest;
    private @Nullable Order merged;
    private Map<String, BigDecimal> trades = Map.of();
    private BigDecimal traded = BigDecimal.ZERO;

    /** Takes a statement in, and returns whether the order is another one than before. */
    public boolean add(OrderStatement statement) {
        Order before = merged;
        newest = newest == null ? statement : OrderStatement.greater(OrderStatement.NEWEST, newest, statement);
        fullest = fullest == null ? statement : OrderStatement.greater(OrderStatement.FULLEST, fullest, statement);
        furthest = furthest == null ? statement : OrderStatement.greater(OrderStatement.FURTHEST, furthest, statement);
        Order now = composed(newest.row(), fullest.row(), furthest.row());
        merged = now;
        return before == null || !sameVersion(before, now);
    }

    /** Takes a trade in, and returns whether it had not been known. */
    public boolean add(String tradeId, BigDecimal size) {
        if (trades.containsKey(tradeId)) {
            return false;
        }
        if (trades.isEmpty()) {
            trades = new HashMap<>();
        }
        trades.put(tradeId, size);
        traded = traded.add(size);
        return true;
    }

    /** Takes in all that another one knows of the same order. */
    public void add(MergedOrder other) {
        for (OrderStatement statement : new OrderStatement[] {other.newest, other.fullest, other.furthest}) {
            if (statement != null) {
                add(statement);
            }
        }
        Map.copyOf(other.trades).forEach(this::add);
    }

    /** Returns the order as it is known; null when only fills of it are. */
    public @Nullable Order order() {
        return merged;
    }

    /** Returns the size of all known trades. */
    public BigDecimal traded() {
        return traded;
    }

    /** Returns the filled size that OKX has stated; zero when it has stated none. */
    public BigDecimal filled() {
        return fullest == null ? BigDecimal.ZERO : fullest.filled();
    }

    /** Returns whether it is over. */
    public boolean isOver() {
        return merged != null && merged.state().isTerminal();
    }

    /** Returns the trades by their ids, with the size of each. */
    public Map<String, BigDecimal> trades() {
        return Map.copyOf(trades);
    }

    private static Order composed(Order newest, Order fullest, Order furthest) {
        if (newest == fullest && newest == furthest) {
            return newest;
        }
        return OrderBuilder.builder(newest)
                .accFillSz(fullest.accFillSz())
                .avgPx(fullest.avgPx())
                .fillPx(fullest.fillPx())
                .tradeId(fullest.tradeId())
                .fillSz(fullest.fillSz())
                .fillTime(fullest.fillTime())
                .fee(fullest.fee())
                .feeCcy(fullest.feeCcy())
                .rebate(fullest.rebate())
                .rebateCcy(fullest.rebateCcy())
                .pnl(fullest.pnl())
                .state(furthest.state())
                .cancelSource(furthest.cancelSource())
                .cancelSourceReason(furthest.cancelSourceReason())
                .build();
    }

    /** Returns whether a consumer has nothing to learn: pushes and reads word the same version of an order differently. */
    private static boolean sameVersion(Order one, Order other) {
        return one == other
                || (state(one) == state(other)
                        && equal(one.accFillSz(), other.accFillSz())
                        && equal(one.px(), other.px())
                        && equal(one.pxUsd(), other.pxUsd())
                        && equal(one.pxVol(), other.pxVol())
                        && equal(one.sz(), other.sz())
                        && java.util.Objects.equals(one.uTime(), other.uTime()));
    }

    private static OrderState state(Order order) {
        return order.state();
    }

    /** Returns whether two sizes or prices are the same; OKX writes nothing in one place where it writes 0 in another. */
    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        BigDecimal first = one == null ? BigDecimal.ZERO : one;
        return first.compareTo(other == null ? BigDecimal.ZERO : other) == 0;
    }
}
