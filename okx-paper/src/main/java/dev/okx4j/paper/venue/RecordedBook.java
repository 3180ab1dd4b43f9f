package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The book of others as it was recorded, less what the account has taken of it.
 *
 * <p>What the account takes of a level stays taken. When the level is recorded larger, only the growth is new; when it is
 * recorded smaller, no more than that is left; when it has gone and comes back, it is whole again.
 */
final class RecordedBook {

    private final NavigableMap<BigDecimal, Level> bids = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<BigDecimal, Level> asks = new TreeMap<>();
    private @Nullable Evidence evidence;
    private Instant ts = Instant.EPOCH;

    /** One recorded price. */
    static final class Level {
        final BigDecimal px;
        BigDecimal sz;
        BigDecimal left;
        int orders;
        /** What has traded here since the level was last recorded, and so will shrink it. */
        BigDecimal traded = BigDecimal.ZERO;
        /** What the level last shrank by without a trade having been recorded that explains it. */
        BigDecimal vanished = BigDecimal.ZERO;

        Level(MarketEvent.Level recorded) {
            px = recorded.px();
            sz = recorded.sz();
            left = sz;
            orders = recorded.orders();
        }
    }

    /** Who wants to know what becomes of a level's queue. */
    interface Watcher {

        /** A level is recorded where there was none. */
        void appeared(Side side, BigDecimal px, BigDecimal sz);

        /** Of a level, this part of what was not traded has been withdrawn. */
        void withdrawn(Side side, BigDecimal px, BigDecimal part, BigDecimal whole);
    }

    /** Returns whether a book has been recorded, so that no depth has to be modelled. */
    boolean stands() {
        return evidence != null;
    }

    Evidence evidence() {
        if (evidence == null) {
            throw new IllegalStateException("no book was recorded");
        }
        return evidence;
    }

    Instant ts() {
        return ts;
    }

    /** Takes in what was recorded. */
    void apply(MarketEvent.Depth depth, Watcher watcher) {
        evidence = depth.evidence();
        ts = depth.ts();
        apply(Side.BUY, depth.snapshot(), depth.bids(), watcher);
        apply(Side.SELL, depth.snapshot(), depth.asks(), watcher);
    }

    private void apply(Side side, boolean snapshot, List<MarketEvent.Level> recorded, Watcher watcher) {
        NavigableMap<BigDecimal, Level> levels = on(side);
        List<BigDecimal> gone = new ArrayList<>();
        if (snapshot) {
            NavigableMap<BigDecimal, Boolean> kept = new TreeMap<>();
            recorded.forEach(level -> kept.put(level.px(), true));
            levels.keySet().stream().filter(px -> !kept.containsKey(px)).forEach(gone::add);
        }
        for (MarketEvent.Level level : recorded) {
            if (level.sz().signum() == 0) {
                gone.add(level.px());
            } else {
                set(side, level, watcher);
            }
        }
        for (BigDecimal px : gone) {
            Level level = levels.remove(px);
            // A level behind the last one that is still recorded may only have left the recorded depth.
            if (level != null && !levels.isEmpty() && !isBehind(levels, px)) {
                watcher.withdrawn(side, px, BigDecimal.ONE, BigDecimal.ONE);
            }
        }
    }

    private static boolean isBehind(NavigableMap<BigDecimal, Level> levels, BigDecimal px) {
        return levels.higherKey(px) == null;
    }

    private void set(Side side, MarketEvent.Level recorded, Watcher watcher) {
        Level level = on(side).get(recorded.px());
        if (level == null) {
            on(side).put(recorded.px(), new Level(recorded));
            watcher.appeared(side, recorded.px(), recorded.sz());
            return;
        }
        BigDecimal change = recorded.sz().subtract(level.sz);
        if (change.signum() < 0) {
            BigDecimal explained = level.traded.min(change.negate());
            BigDecimal rest = level.sz.subtract(explained);
            level.vanished = rest.subtract(recorded.sz());
            if (level.vanished.signum() > 0) {
                watcher.withdrawn(side, level.px, level.vanished, rest);
            }
        }
        if (level.left.compareTo(level.sz) == 0) {
            level.left = recorded.sz();
        } else {
            level.left = change.signum() > 0 ? level.left.add(change) : level.left.min(recorded.sz());
        }
        level.sz = recorded.sz();
        level.orders = recorded.orders();
        level.traded = BigDecimal.ZERO;
    }

    /** Notes a trade at a price, and returns the part of it that the book has not told before. */
    BigDecimal traded(Side resting, BigDecimal px, BigDecimal sz) {
        Level level = on(resting).get(px);
        if (level == null) {
            return sz;
        }
        BigDecimal told = level.vanished.min(sz);
        level.vanished = level.vanished.subtract(told);
        level.traded = level.traded.add(sz).subtract(told);
        return sz.subtract(told);
    }

    /** Returns what stands at a price, zero inside the recorded depth where nothing does, or null beyond it. */
    @Nullable
    BigDecimal at(Side side, BigDecimal px) {
        Level level = on(side).get(px);
        if (level != null) {
            return level.sz;
        }
        return on(side).isEmpty() || isBehind(on(side), px) ? null : BigDecimal.ZERO;
    }

    /** Returns the best level of a side of which something is left, or null. */
    @Nullable
    Level best(Side side) {
        for (Level level : on(side).values()) {
            if (level.left.signum() > 0) {
                return level;
            }
        }
        return null;
    }

    /** Returns the levels of a side, best first. */
    Iterable<Level> levels(Side side) {
        return on(side).values();
    }

    /** Returns a level, or null. */
    @Nullable
    Level level(Side side, BigDecimal px) {
        return on(side).get(px);
    }

    /** Returns what differs from the recording, for the digest. */
    String digest() {
        StringBuilder text = new StringBuilder();
        for (Side side : Side.values()) {
            for (Level level : on(side).values()) {
                boolean touched = level.left.compareTo(level.sz) != 0;
                if (touched || level.traded.signum() > 0 || level.vanished.signum() > 0) {
                    text.append(side).append(' ').append(level.px.toPlainString());
                    text.append(" of ").append(level.sz.toPlainString());
                    text.append(" left ").append(level.left.toPlainString());
                    text.append(" traded ").append(level.traded.toPlainString());
                    text.append(" vanished ")
                            .append(level.vanished.toPlainString())
                            .append("; ");
                }
            }
        }
        return text.toString();
    }

    private NavigableMap<BigDecimal, Level> on(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
