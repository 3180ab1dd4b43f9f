package dev.okx4j.paper.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The order book of one instrument: the better price first, at one price the earlier order first.
 *
 * <p>It knows sizes, prices and owners, and nothing of money. It is deterministic and not thread-safe.
 */
public final class OrderBook {
    /** Most resting orders that one arriving order trades with. */
    static final int MAX_MAKERS = 1_000;

    private final NavigableMap<BigDecimal, PriceLevel> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, PriceLevel> asks = new TreeMap<>();
    private final Map<Long, Resting> byId = new HashMap<>();
    private long changes;

    /** Matches an arriving order and returns what happened, ending with {@code Rested} or {@code Ended}. */
    public List<BookEvent> submit(Incoming in) {
        changes++;
        List<BookEvent> events = new ArrayList<>();
        if (in.tif() == TimeInForce.POST_ONLY && wouldTake(in)) {
            events.add(new BookEvent.Ended(BookEvent.Why.POST_ONLY_WOULD_TAKE));
            return events;
        }
        if (in.tif() == TimeInForce.FOK && in.qty() != null) {
            Preview whole = preview(in);
            if (whole.qty().compareTo(in.qty()) < 0) {
                events.add(new BookEvent.Ended(
                        whole.makers() == MAX_MAKERS ? BookEvent.Why.TOO_MANY_MAKERS : BookEvent.Why.FOK_NOT_FILLABLE));
                return events;
            }
        }
        new Matching(this, in, events).run();
        return events;
    }

    /** Returns what an arriving order would trade now, without trading it. */
    public Preview preview(Incoming in) {
        Preview sum = Preview.NOTHING;
        Appetite appetite = new Appetite(in);
        for (Map.Entry<BigDecimal, PriceLevel> level : against(in.side()).entrySet()) {
            if (!in.accepts(level.getKey())) {
                break;
            }
            for (Resting maker : level.getValue().orders()) {
                if (maker.owner().equals(in.owner())) {
                    if (in.stp() != StpMode.CANCEL_MAKER) {
                        return sum;
                    }
                    continue;
                }
                BigDecimal qty = appetite.at(level.getKey()).min(maker.open());
                if (qty.signum() == 0 || sum.makers() == MAX_MAKERS) {
                    return sum;
                }
                appetite.eat(level.getKey(), qty);
                sum = sum.plus(level.getKey(), qty);
            }
        }
        return sum;
    }

    /** Lets an order rest without matching it; the caller has seen to it that it does not cross. */
    public void rest(long id, String owner, Side side, BigDecimal px, BigDecimal qty) {
        changes++;
        Resting order = new Resting(id, owner, side, px, qty, changes);
        if (byId.putIfAbsent(id, order) != null) {
            throw new IllegalStateException("order " + id + " is already in the book");
        }
        on(side).computeIfAbsent(px, unused -> new PriceLevel()).add(order);
    }

    /** Takes a resting order out and returns whether it was there. */
    public boolean cancel(long id) {
        Resting order = byId.remove(id);
        if (order == null) {
            return false;
        }
        changes++;
        PriceLevel level = on(order.side()).get(order.px());
        if (level != null && level.remove(order)) {
            on(order.side()).remove(order.px());
        }
        return true;
    }

    /** Shrinks a resting order to a size, keeping its place in the queue. */
    public void shrink(long id, BigDecimal open) {
        Resting order = byId.get(id);
        if (order != null) {
            changes++;
            order.shrinkTo(open);
        }
    }

    /** Returns the best price of a side that is strictly worse than a given one, or the best when that is null. */
    public @Nullable BigDecimal best(Side side, @Nullable BigDecimal after) {
        NavigableMap<BigDecimal, PriceLevel> levels = on(side);
        if (after != null) {
            return levels.higherKey(after);
        }
        return levels.isEmpty() ? null : levels.firstKey();
    }

    /** Returns what the first order at a side's best price has open, or null when the side is empty. */
    public @Nullable BigDecimal firstOpen(Side side) {
        NavigableMap<BigDecimal, PriceLevel> levels = on(side);
        return levels.isEmpty() ? null : levels.firstEntry().getValue().first().open();
    }

    /** Returns what a resting order has open, or null when it does not rest. */
    public @Nullable BigDecimal open(long id) {
        Resting order = byId.get(id);
        return order == null ? null : order.open();
    }

    /** Returns the resting orders of an owner on a side: the better price first, at one price the earlier order first. */
    public List<Stand> standing(Side side, String owner) {
        List<Stand> found = new ArrayList<>();
        for (PriceLevel level : on(side).values()) {
            for (Resting order : level.orders()) {
                if (order.owner().equals(owner)) {
                    found.add(new Stand(order.id(), order.px(), order.open(), order.arrived()));
                }
            }
        }
        return found;
    }

    /** Returns the best rows of a side. */
    public List<Row> rows(Side side, int depth) {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<BigDecimal, PriceLevel> level : on(side).entrySet()) {
            if (rows.size() == depth) {
                break;
            }
            rows.add(new Row(
                    level.getKey(),
                    level.getValue().size(),
                    level.getValue().orders().size()));
        }
        return rows;
    }

    /** Returns a number that grows with each change of the book. */
    public long changes() {
        return changes;
    }

    /** Returns the levels that an order of this side trades with, best first. */
    NavigableMap<BigDecimal, PriceLevel> against(Side side) {
        return on(side.opposite());
    }

    private NavigableMap<BigDecimal, PriceLevel> on(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private boolean wouldTake(Incoming in) {
        NavigableMap<BigDecimal, PriceLevel> levels = against(in.side());
        return !levels.isEmpty() && in.accepts(levels.firstKey());
    }

    /**
     * A resting order.
     *
     * @param open what has not traded
     * @param arrived grows with each order that comes to rest, or comes to rest anew
     */
    public record Stand(long id, BigDecimal px, BigDecimal open, long arrived) {}

    /** One price of a side: its size and its number of orders. */
    public record Row(BigDecimal px, BigDecimal qty, int orders) {}
}
