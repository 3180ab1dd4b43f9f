package dev.okx4j.paper.engine;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The orders that rest at one price, earliest first. */
final class PriceLevel {

    private final Map<Long, Resting> queue = new LinkedHashMap<>();

    /** Puts an order at the end of the queue. */
    void add(Resting order) {
        queue.put(order.id(), order);
    }

    /** Takes an order out and returns whether none is left. */
    boolean remove(Resting order) {
        queue.remove(order.id());
        return queue.isEmpty();
    }

    /** Returns the earliest order; there always is one, for an empty level leaves the book. */
    Resting first() {
        return queue.values().iterator().next();
    }

    Collection<Resting> orders() {
        return Collections.unmodifiableCollection(queue.values());
    }

    /** Returns the sum of what its orders have open. */
    BigDecimal size() {
        return queue.values().stream().map(Resting::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
