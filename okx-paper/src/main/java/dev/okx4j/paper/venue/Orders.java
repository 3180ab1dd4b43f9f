package dev.okx4j.paper.venue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every order of the account, and which of them are open. */
final class Orders {

    private final Map<Long, Working> all = new LinkedHashMap<>();
    private final Map<Long, Working> open = new LinkedHashMap<>();
    private final Map<String, Working> latestByClientId = new HashMap<>();

    /** Keeps a new order, which is open. */
    void add(Working order) {
        all.put(order.id, order);
        open.put(order.id, order);
        if (order.ticket.clOrdId() != null) {
            latestByClientId.put(order.ticket.clOrdId(), order);
        }
    }

    /** Takes an order out of the open ones; it stays known. */
    void closed(Working order) {
        open.remove(order.id);
    }

    /** Returns what is found while an open order is thought away. */
    <T> T without(Working order, Supplier<T> look) {
        Map<Long, Working> before = new LinkedHashMap<>(open);
        open.remove(order.id);
        try {
            return look.get();
        } finally {
            open.clear();
            open.putAll(before);
        }
    }

    /** Returns an order of the book. */
    Working byId(long id) {
        Working order = all.get(id);
        if (order == null) {
            throw new IllegalStateException("the book holds an unknown order " + id);
        }
        return order;
    }

    /** Returns the order, the latest when a client id was used again; an order id wins over a client id. */
    @Nullable
    Working find(String instId, @Nullable String ordId, @Nullable String clOrdId) {
        Working found = null;
        if (ordId != null) {
            found = parse(ordId);
        } else if (clOrdId != null) {
            found = latestByClientId.get(clOrdId);
        }
        return found != null && found.spec.instId().equals(instId) ? found : null;
    }

    /** Returns whether the latest order with a client id is open: only then is the id taken, as on OKX. */
    boolean isPending(String clOrdId) {
        Working latest = latestByClientId.get(clOrdId);
        return latest != null && latest.isOpen();
    }

    /** Returns every order, oldest first. */
    Collection<Working> all() {
        return all.values();
    }

    /** Returns the open orders, oldest first; a live view. */
    Collection<Working> open() {
        return open.values();
    }

    /** Returns the open orders of an instrument, oldest first; a copy, so that they can be cancelled on the way. */
    List<Working> openOf(String instId) {
        List<Working> found = new ArrayList<>();
        for (Working order : open.values()) {
            if (order.spec.instId().equals(instId)) {
                found.add(order);
            }
        }
        return found;
    }

    private @Nullable Working parse(String ordId) {
        try {
            return all.get(Long.parseLong(ordId));
        } catch (NumberFormatException notAnId) {
            return null;
        }
    }
}
