package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The live triggers of one instrument by price, so that a leg finds the next one without looking at all of them. */
final class Triggers {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    private final NavigableMap<BigDecimal, List<Algo.Trigger>> rising = new TreeMap<>();
    private final NavigableMap<BigDecimal, List<Algo.Trigger>> falling = new TreeMap<>();
    private final List<Algo> trailing = new ArrayList<>();

    /** Begins to watch the prices of an algo order. */
    void add(Algo algo) {
        if (algo.isTrailing()) {
            trailing.add(algo);
        }
        for (Algo.Trigger trigger : algo.triggers()) {
            side(trigger)
                    .computeIfAbsent(trigger.px(), unused -> new ArrayList<>())
                    .add(trigger);
        }
    }

    /** Watches an algo order no more. */
    void remove(Algo algo) {
        trailing.remove(algo);
        for (Algo.Trigger trigger : algo.triggers()) {
            List<Algo.Trigger> same = side(trigger).get(trigger.px());
            if (same != null) {
                same.removeIf(each -> each.algo() == algo);
                if (same.isEmpty()) {
                    side(trigger).remove(trigger.px());
                }
            }
        }
    }

    /** Lets the trailing stops follow a price. */
    void follow(BigDecimal px) {
        for (Algo algo : trailing) {
            algo.follow(px);
        }
    }

    /** Returns the first trigger price that a rising or falling price will meet, or null. */
    @Nullable
    BigDecimal next(boolean up) {
        NavigableMap<BigDecimal, List<Algo.Trigger>> side = up ? rising : falling;
        BigDecimal next = side.isEmpty() ? null : up ? side.firstKey() : side.lastKey();
        for (Algo algo : trailing) {
            BigDecimal px = algo.trailingPx();
            if (px != null && (algo.ticket.side() == Side.BUY) == up) {
                next = next == null ? px : up ? next.min(px) : next.max(px);
            }
        }
        return next;
    }

    /** Returns the trigger that the price has reached, the one reached first, or null. */
    Algo.@Nullable Trigger due(BigDecimal px) {
        Map.Entry<BigDecimal, List<Algo.Trigger>> fallen = falling.lastEntry();
        if (fallen != null && fallen.getKey().compareTo(px) >= 0) {
            return fallen.getValue().get(0);
        }
        Map.Entry<BigDecimal, List<Algo.Trigger>> risen = rising.firstEntry();
        if (risen != null && risen.getKey().compareTo(px) <= 0) {
            return risen.getValue().get(0);
        }
        for (Algo algo : trailing) {
            BigDecimal at = algo.trailingPx();
            boolean sell = algo.ticket.side() == Side.SELL;
            if (at != null && (sell ? px.compareTo(at) <= 0 : px.compareTo(at) >= 0)) {
                return new Algo.Trigger(algo, "move_order_stop", at, !sell, MARKET);
            }
        }
        return null;
    }

    private NavigableMap<BigDecimal, List<Algo.Trigger>> side(Algo.Trigger trigger) {
        return trigger.rising() ? rising : falling;
    }
}
