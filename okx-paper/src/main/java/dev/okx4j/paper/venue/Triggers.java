package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The live triggers of one instrument by price, so that a leg finds the next one without looking at all of them. */
final class Triggers {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    private final Map<PriceType, TriggerLadder> ladders = new EnumMap<>(PriceType.class);
    private final List<Algo> trailing = new ArrayList<>();

    Triggers() {
        for (PriceType type : PriceType.values()) {
            ladders.put(type, new TriggerLadder());
        }
    }

    /** Begins to watch the prices of an algo order. */
    void add(Algo algo) {
        if (algo.isTrailing()) {
            trailing.add(algo);
        }
        algo.triggers().forEach(trigger -> ladder(trigger.watched()).add(trigger));
    }

    /** Watches an algo order no more. */
    void remove(Algo algo) {
        trailing.remove(algo);
        algo.triggers().forEach(trigger -> ladder(trigger.watched()).remove(trigger));
    }

    /** Returns whether no price is watched. */
    boolean isEmpty() {
        return trailing.isEmpty() && ladders.values().stream().allMatch(TriggerLadder::isEmpty);
    }

    /** Lets the trailing stops follow a price. */
    void follow(BigDecimal px) {
        for (Algo algo : trailing) {
            algo.follow(px);
        }
    }

    /**
     * Returns the first trigger price that a rising or falling last price will meet, or null.
     *
     * @param moving which of the other prices move with it
     */
    @Nullable
    BigDecimal next(boolean up, Predicate<PriceType> moving) {
        BigDecimal next = null;
        for (Map.Entry<PriceType, TriggerLadder> ladder : ladders.entrySet()) {
            if (moving.test(ladder.getKey())) {
                next = nearer(next, ladder.getValue().next(up), up);
            }
        }
        for (Algo algo : trailing) {
            if ((algo.ticket.side() == Side.BUY) == up) {
                next = nearer(next, algo.trailingPx(), up);
            }
        }
        return next;
    }

    /** Returns a trigger that its price has reached, of those on one price the one reached first; or null. */
    Algo.@Nullable Trigger due(Function<PriceType, BigDecimal> price) {
        for (Map.Entry<PriceType, TriggerLadder> ladder : ladders.entrySet()) {
            Algo.Trigger due =
                    ladder.getValue().isEmpty() ? null : ladder.getValue().due(price.apply(ladder.getKey()));
            if (due != null) {
                return due;
            }
        }
        for (Algo algo : trailing) {
            BigDecimal at = algo.trailingPx();
            boolean sell = algo.ticket.side() == Side.SELL;
            BigDecimal px = price.apply(PriceType.LAST);
            if (at != null && (sell ? px.compareTo(at) <= 0 : px.compareTo(at) >= 0)) {
                return new Algo.Trigger(algo, "move_order_stop", at, PriceType.LAST, !sell, MARKET);
            }
        }
        return null;
    }

    private TriggerLadder ladder(PriceType type) {
        return Objects.requireNonNull(ladders.get(type));
    }

    private static @Nullable BigDecimal nearer(@Nullable BigDecimal a, @Nullable BigDecimal b, boolean up) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return up ? a.min(b) : a.max(b);
    }
}
