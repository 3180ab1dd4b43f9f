package dev.okx4j.client.stream;

import dev.okx4j.client.stream.merge.MergedOrder;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that is kept track of. */
final class TrackedOrder {
    private static final int MOST_AT_ONCE = 100;

    final String ordId;
    final MergedOrder merged = new MergedOrder();

    /** What was filled before the story began, or cannot be found: the trades that will never be told. */
    private BigDecimal untold = BigDecimal.ZERO;

    private @Nullable Instant untoldTo;

    /** What was pushed of the newest millisecond: within it, only the first hearing tells which came later. */
    private final List<Order> atOnce = new ArrayList<>(1);

    /** What REST has shown and the channel has yet to push; null when the two agree. */
    private @Nullable Order owed;

    private long owedSince;

    /** How often OKX has not known an order that should be live. */
    int unknown;

    private End end = new End(0, Instant.EPOCH);

    /** When an order ended: by this side's monotonic clock, and by OKX's. */
    record End(long nanos, Instant uTime) {}

    TrackedOrder(String ordId) {
        this.ordId = ordId;
    }

    /** Takes down a push, and returns whether it is one of the newest once more. */
    boolean isRepeated(Order push) {
        Instant newest = atOnce.isEmpty() ? null : atOnce.get(0).uTime();
        Instant uTime = push.uTime();
        if (newest == null || uTime == null || uTime.isAfter(newest)) {
            atOnce.clear();
        } else if (uTime.isBefore(newest)) {
            return false;
        } else if (atOnce.contains(push)) {
            return true;
        }
        if (atOnce.size() < MOST_AT_ONCE) {
            atOnce.add(push);
        }
        return false;
    }

    /** Takes down that it is over. */
    void ended(long now) {
        Order order = merged.order();
        Instant uTime = order == null ? null : order.uTime();
        end = new End(now, uTime == null ? Instant.EPOCH : uTime);
    }

    End end() {
        return end;
    }

    /** Returns the filled size for which no trade is known. */
    BigDecimal missing() {
        BigDecimal missing = merged.filled().subtract(merged.traded()).subtract(untold);
        if (missing.signum() < 0) {
            // A trade that was thought to be before the story has been told after all.
            untold = untold.add(missing).max(BigDecimal.ZERO);
            return BigDecimal.ZERO;
        }
        return missing;
    }

    /** Gives up to tell the trades that are missing: they were before the story, or cannot be found. */
    void leaveUntold() {
        untold = untold.add(missing());
        Order order = merged.order();
        untoldTo = order == null ? null : order.uTime();
    }

    /** Returns whether a fill is one of those that are not to be told. */
    boolean isUntold(Fill fill) {
        BigDecimal size = fill.fillSz();
        return untoldTo != null && !fill.ts().isAfter(untoldTo) && size != null && untold.compareTo(size) >= 0;
    }

    /** Takes down that REST has shown the order so before the channel has. */
    void owes(Order shown, long now) {
        if (owed == null) {
            owed = shown;
            owedSince = now;
        }
    }

    /** Takes down that the channel has pushed the order. */
    void pushed(Order push) {
        Order shown = owed;
        if (shown != null && !isOlder(push, shown)) {
            owed = null;
        }
    }

    /** Returns whether the channel has kept silent about the order since a time. */
    boolean isOwedSince(long time) {
        return owed != null && owedSince - time <= 0;
    }

    boolean isOwed() {
        return owed != null || unknown > 0;
    }

    void forgive() {
        owed = null;
        unknown = 0;
    }

    private static boolean isOlder(Order push, Order shown) {
        if (push.state().isTerminal()) {
            return false;
        }
        Instant pushed = push.uTime();
        Instant told = shown.uTime();
        return shown.state().isTerminal()
                || size(push).compareTo(size(shown)) < 0
                || (pushed != null && told != null && pushed.isBefore(told));
    }

    private static BigDecimal size(Order order) {
        BigDecimal filled = order.accFillSz();
        return filled == null ? BigDecimal.ZERO : filled;
    }
}
