package dev.okx4j.client.stream;

import dev.okx4j.client.stream.merge.OrderStatement;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The orders of an account: those that are live, and for a day those that are over, so that what is heard of them once more is
 * known for a repetition. This class is not thread-safe.
 */
final class OrderTable {
    private static final Duration KEPT = Duration.ofHours(24);
    /** OKX's ids are numbers that grow. */
    private static final Comparator<String> BY_AGE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Map<String, TrackedOrder> orders = new HashMap<>();
    private final Map<String, TrackedOrder> live = new LinkedHashMap<>();
    private final Map<String, TrackedOrder> byClient = new HashMap<>();
    private final ArrayDeque<TrackedOrder> over = new ArrayDeque<>();
    private final LinkedHashMap<String, TrackedOrder.End> gone = new LinkedHashMap<>();
    private final Set<TrackedOrder> incomplete = new LinkedHashSet<>();
    private final Set<TrackedOrder> owing = new LinkedHashSet<>();
    private final Set<String> before = new HashSet<>();
    private final int mostOver;
    private final int mostGone;
    private @Nullable Instant keptFrom;

    /**
     * @param mostOver how many orders that are over are kept in full
     * @param mostGone of how many more at least the ids are kept
     */
    OrderTable(int mostOver, int mostGone) {
        this.mostOver = mostOver;
        this.mostGone = mostGone;
    }

    /** Takes down what was before the story began: REST may show it again, and it is still not part of it. */
    void begin(OrderReading reading) {
        for (Order order : reading.ended()) {
            if (!orders.containsKey(order.ordId())) {
                before.add(order.ordId());
            }
        }
        for (Fill fill : reading.fills()) {
            before.add(key(fill));
            if (orders.containsKey(fill.ordId())) {
                fill(fill, false);
            }
        }
        incomplete().forEach(this::leaveUntold);
    }

    /** Takes in a row; returns its order when that is another one than before, else null. */
    @Nullable
    TrackedOrder state(OrderStatement statement, boolean pushed, long now) {
        Order row = statement.row();
        TrackedOrder order = orders.get(row.ordId());
        if (order == null) {
            boolean old = !pushed && row.state().isTerminal() && before.contains(row.ordId());
            if (old || gone.containsKey(row.ordId())) {
                return null;
            }
            order = track(row.ordId());
        }
        if (pushed && order.isRepeated(row)) {
            return null;
        }
        boolean wasOver = order.merged.isOver();
        boolean changed = order.merged.add(statement);
        order.unknown = 0;
        if (pushed) {
            order.pushed(row);
        }
        if (!order.isOwed()) {
            owing.remove(order);
        }
        if (!wasOver) {
            place(order, now);
        }
        check(order);
        return changed ? order : null;
    }

    /** Takes in a fill, and returns whether it had not been known and is part of the story. */
    boolean fill(Fill fill, boolean pushed) {
        TrackedOrder order = orders.get(fill.ordId());
        boolean old = !pushed
                && (before.contains(fill.ordId())
                        || before.contains(key(fill))
                        || (order != null && order.isUntold(fill)));
        if (order == null) {
            if (old || gone.containsKey(fill.ordId())) {
                return false;
            }
            order = track(fill.ordId());
        }
        boolean added = order.merged.add(fill.tradeId(), Objects.requireNonNullElse(fill.fillSz(), BigDecimal.ZERO));
        check(order);
        return added && !old;
    }

    private TrackedOrder track(String ordId) {
        TrackedOrder order = new TrackedOrder(ordId);
        orders.put(ordId, order);
        return order;
    }

    private void place(TrackedOrder tracked, long now) {
        Order order = Objects.requireNonNull(tracked.merged.order());
        if (order.state().isTerminal()) {
            live.remove(tracked.ordId);
            tracked.ended(now);
            over.add(tracked);
            evict(now);
        } else {
            live.putIfAbsent(tracked.ordId, tracked);
        }
        String clOrdId = order.clOrdId();
        if (clOrdId != null && !clOrdId.isEmpty()) {
            // A client id may be given again once its order is over: the newer order has it, and OKX's ids grow.
            byClient.merge(
                    client(order.instId(), clOrdId),
                    tracked,
                    (one, other) -> BY_AGE.compare(one.ordId, other.ordId) > 0 ? one : other);
        }
    }

    private void check(TrackedOrder order) {
        if (order.missing().signum() > 0) {
            incomplete.add(order);
        } else {
            incomplete.remove(order);
        }
    }

    /** Forgets what has been over for a day, or is too much. */
    private void evict(long now) {
        while (!over.isEmpty()
                && (over.size() > mostOver || isOld(over.element().end(), now))) {
            TrackedOrder old = over.remove();
            forget(old);
            gone.put(old.ordId, old.end());
        }
        while (!gone.isEmpty()) {
            Map.Entry<String, TrackedOrder.End> oldest =
                    gone.entrySet().iterator().next();
            if (gone.size() <= mostGone && !isOld(oldest.getValue(), now)) {
                break;
            }
            gone.remove(oldest.getKey());
        }
    }

    private boolean isOld(TrackedOrder.End end, long now) {
        return now - end.nanos() > KEPT.toNanos()
                && keptFrom != null
                && end.uTime().isBefore(keptFrom);
    }

    /**
     * Forgets what has been over for a day.
     *
     * @param from since when REST may be read again: what ended after it is still needed, however long that is ago
     */
    void evict(long now, @Nullable Instant from) {
        keptFrom = from;
        evict(now);
    }

    /** Forgets an order, as if it had never been heard of. */
    void forget(TrackedOrder tracked) {
        orders.remove(tracked.ordId);
        live.remove(tracked.ordId);
        incomplete.remove(tracked);
        owing.remove(tracked);
        Order order = tracked.merged.order();
        if (order != null && order.clOrdId() != null) {
            byClient.remove(client(order.instId(), order.clOrdId()), tracked);
        }
    }

    @Nullable
    TrackedOrder get(String ordId) {
        return orders.get(ordId);
    }

    /** Returns whether the order, or at least a fill of it, is known: then there is no need to look it up. */
    boolean knows(String ordId) {
        return orders.containsKey(ordId) || gone.containsKey(ordId) || before.contains(ordId);
    }

    @Nullable
    Order find(String instId, String id) {
        TrackedOrder tracked = orders.get(id);
        Order order = tracked == null ? null : tracked.merged.order();
        if (order == null || !order.instId().equals(instId)) {
            TrackedOrder named = byClient.get(client(instId, id));
            return named == null ? null : named.merged.order();
        }
        return order;
    }

    /** Returns the live orders, in the order in which they were first heard of. */
    List<Order> open() {
        List<Order> open = new ArrayList<>(live.size());
        live.values().forEach(order -> open.add(Objects.requireNonNull(order.merged.order())));
        return open;
    }

    /** Takes down that REST has shown the order so before the channel has. */
    void owes(TrackedOrder order, Order shown, long now) {
        order.owes(shown, now);
        owing.add(order);
    }

    /** Takes down that OKX does not know an order that should be live. */
    void unknown(TrackedOrder order) {
        order.unknown++;
        owing.add(order);
    }

    /** Returns the orders about which REST and the channel do not agree. */
    List<TrackedOrder> owing() {
        return List.copyOf(owing);
    }

    void forgive() {
        owing.forEach(TrackedOrder::forgive);
        owing.clear();
    }

    /** Returns the orders of which more is filled than trades are known. */
    List<TrackedOrder> incomplete() {
        return List.copyOf(incomplete);
    }

    boolean isComplete() {
        return incomplete.isEmpty();
    }

    /** Gives up to tell the missing trades of an order. */
    void leaveUntold(TrackedOrder order) {
        order.leaveUntold();
        incomplete.remove(order);
    }

    private static String client(String instId, String clOrdId) {
        return instId + ' ' + clOrdId;
    }

    private static String key(Fill fill) {
        return fill.instId() + ' ' + fill.ordId() + ' ' + fill.tradeId();
    }
}
