package dev.okx4j.paper.feed.live;

import dev.okx4j.client.market.BookLevel;
import dev.okx4j.client.market.OrderBook;
import dev.okx4j.paper.feed.LiveRecording;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns whole books into what has changed since the last one. */
final class BookDelta {
    private Map<BigDecimal, MarketEvent.Level> bids = new TreeMap<>();
    private Map<BigDecimal, MarketEvent.Level> asks = new TreeMap<>();
    private boolean known;

    /** Goes on from a book that was recorded before. */
    void knows(MarketEvent.Depth depth) {
        bids = levels(depth.bids());
        asks = levels(depth.asks());
        known = true;
    }

    /** Returns the first book whole, of a later one the change, or null when nothing has changed. */
    MarketEvent.@Nullable Depth next(String instId, OrderBook book) {
        Map<BigDecimal, MarketEvent.Level> newBids = levels(read(book.bids()));
        Map<BigDecimal, MarketEvent.Level> newAsks = levels(read(book.asks()));
        boolean first = !known;
        List<MarketEvent.Level> bidChanges = changes(bids, newBids);
        List<MarketEvent.Level> askChanges = changes(asks, newAsks);
        bids = newBids;
        asks = newAsks;
        known = true;
        Instant ts = book.ts();
        if (first) {
            return LiveRecording.depth(ts, instId, true, bidChanges, askChanges);
        }
        return bidChanges.isEmpty() && askChanges.isEmpty()
                ? null
                : LiveRecording.depth(ts, instId, false, bidChanges, askChanges);
    }

    private static List<MarketEvent.Level> read(List<BookLevel> rows) {
        List<MarketEvent.Level> levels = new ArrayList<>(rows.size());
        for (BookLevel row : rows) {
            Integer orders = row.orders();
            levels.add(new MarketEvent.Level(row.px(), row.sz(), orders == null ? 1 : orders));
        }
        return levels;
    }

    private static Map<BigDecimal, MarketEvent.Level> levels(List<MarketEvent.Level> levels) {
        Map<BigDecimal, MarketEvent.Level> byPrice = new TreeMap<>();
        levels.forEach(level -> byPrice.put(level.px(), level));
        return byPrice;
    }

    private static List<MarketEvent.Level> changes(
            Map<BigDecimal, MarketEvent.Level> before, Map<BigDecimal, MarketEvent.Level> now) {
        List<MarketEvent.Level> changes = new ArrayList<>();
        before.keySet().stream()
                .filter(px -> !now.containsKey(px))
                .forEach(px -> changes.add(new MarketEvent.Level(px, BigDecimal.ZERO, 0)));
        now.forEach((px, level) -> {
            MarketEvent.Level old = before.get(px);
            if (old == null || old.sz().compareTo(level.sz()) != 0 || old.orders() != level.orders()) {
                changes.add(level);
            }
        });
        return changes;
    }
}
