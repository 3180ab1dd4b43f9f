package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The prices of indices that the feed has told, and those of the last half hour, of which deliveries take the mean. */
final class Indices {

    /** How long before expiry the mean begins. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    private final Map<String, Deque<MarketEvent.Index>> told = new TreeMap<>();

    /** Takes in a price, and forgets those that no mean needs any more. */
    void add(MarketEvent.Index price) {
        Deque<MarketEvent.Index> recent = told.computeIfAbsent(price.instId(), index -> new ArrayDeque<>());
        recent.addLast(price);
        Instant since = price.ts().minus(WINDOW);
        while (recent.size() > 1 && !second(recent).ts().isAfter(since)) {
            recent.removeFirst();
        }
    }

    /** Returns the latest price of an index, or null when none was told. */
    @Nullable
    BigDecimal last(String index) {
        Deque<MarketEvent.Index> recent = told.get(index);
        return recent == null ? null : recent.getLast().px();
    }

    /**
     * Returns the mean of a time of at most half an hour that has just passed, each price weighted by how long it was in
     * force, to 8 decimals, half to even; null when none was told before its end.
     */
    @Nullable
    BigDecimal mean(String index, Instant from, Instant until) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        MarketEvent.Index before = null;
        for (MarketEvent.Index price : told.getOrDefault(index, new ArrayDeque<>())) {
            if (!price.ts().isBefore(until)) {
                break;
            }
            if (before != null) {
                BigDecimal time = time(later(from, before.ts()), price.ts());
                sum = sum.add(before.px().multiply(time));
                weight = weight.add(time);
            }
            before = price;
        }
        if (before == null) {
            return null;
        }
        BigDecimal time = time(later(from, before.ts()), until);
        return sum.add(before.px().multiply(time))
                .divide(weight.add(time), Rounding.PRICE, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    /** Returns what is remembered, by index. */
    Map<String, Deque<MarketEvent.Index>> told() {
        return told;
    }

    private static MarketEvent.Index second(Deque<MarketEvent.Index> recent) {
        return recent.stream().skip(1).findFirst().orElseThrow();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static BigDecimal time(Instant from, Instant to) {
        return BigDecimal.valueOf(Math.max(0, Duration.between(from, to).toMillis()));
    }
}
