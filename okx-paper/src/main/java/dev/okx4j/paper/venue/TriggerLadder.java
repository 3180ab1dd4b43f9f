package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The triggers of one instrument that watch the same price, by where they trigger; of two at one price the earlier first. */
final class TriggerLadder {

    private final NavigableMap<BigDecimal, List<Algo.Trigger>> rising = new TreeMap<>();
    private final NavigableMap<BigDecimal, List<Algo.Trigger>> falling = new TreeMap<>();

    void add(Algo.Trigger trigger) {
        side(trigger).computeIfAbsent(trigger.px(), unused -> new ArrayList<>()).add(trigger);
    }

    void remove(Algo.Trigger trigger) {
        List<Algo.Trigger> same = side(trigger).get(trigger.px());
        if (same != null) {
            same.removeIf(each -> each.algo() == trigger.algo());
            if (same.isEmpty()) {
                side(trigger).remove(trigger.px());
            }
        }
    }

    boolean isEmpty() {
        return rising.isEmpty() && falling.isEmpty();
    }

    /** Returns the first trigger price that a rising or falling price will meet, or null. */
    @Nullable
    BigDecimal next(boolean up) {
        NavigableMap<BigDecimal, List<Algo.Trigger>> side = up ? rising : falling;
        return side.isEmpty() ? null : up ? side.firstKey() : side.lastKey();
    }

    /** Returns the trigger that the price has reached, the one reached first, or null. */
    Algo.@Nullable Trigger due(BigDecimal px) {
        Map.Entry<BigDecimal, List<Algo.Trigger>> fallen = falling.lastEntry();
        if (fallen != null && fallen.getKey().compareTo(px) >= 0) {
            return fallen.getValue().get(0);
        }
        Map.Entry<BigDecimal, List<Algo.Trigger>> risen = rising.firstEntry();
        return risen != null && risen.getKey().compareTo(px) <= 0
                ? risen.getValue().get(0)
                : null;
    }

    private NavigableMap<BigDecimal, List<Algo.Trigger>> side(Algo.Trigger trigger) {
        return trigger.rising() ? rising : falling;
    }
}
