package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is left standing of the events so far: of each instrument its last price, its whole book, its last figures. */
final class Standing {
    private final Map<String, MarketEvent> prices = new LinkedHashMap<>();
    private final Map<String, Book> books = new LinkedHashMap<>();
    private final Map<String, MarketEvent> figures = new LinkedHashMap<>();

    /** Takes in the next event; a funding rate leaves nothing behind, for it was charged. */
    void take(MarketEvent event) {
        if (event instanceof MarketEvent.Depth depth) {
            books.computeIfAbsent(depth.instId(), unused -> new Book()).take(depth);
        } else if (event instanceof MarketEvent.Trade || event instanceof MarketEvent.Move) {
            prices.put(event.instId(), event);
        } else if (!(event instanceof MarketEvent.FundingRate)) {
            figures.put(event.getClass().getSimpleName() + " " + event.instId(), event);
        }
    }

    /** Returns the events that make the same market: figures first, then books, then prices. */
    List<MarketEvent> events() {
        List<MarketEvent> events = new ArrayList<>(figures.values());
        books.forEach((instId, book) -> {
            MarketEvent.Depth whole = book.whole(instId);
            if (whole != null) {
                events.add(whole);
            }
        });
        events.addAll(prices.values());
        return events;
    }

    private static final class Book {
        private final NavigableMap<BigDecimal, MarketEvent.Level> bids = new TreeMap<>(Collections.reverseOrder());
        private final NavigableMap<BigDecimal, MarketEvent.Level> asks = new TreeMap<>();
        private MarketEvent.@Nullable Depth last;

        void take(MarketEvent.Depth depth) {
            if (depth.snapshot()) {
                bids.clear();
                asks.clear();
            }
            take(bids, depth.bids());
            take(asks, depth.asks());
            last = depth;
        }

        private static void take(Map<BigDecimal, MarketEvent.Level> side, List<MarketEvent.Level> levels) {
            for (MarketEvent.Level level : levels) {
                if (level.sz().signum() == 0) {
                    side.remove(level.px());
                } else {
                    side.put(level.px(), level);
                }
            }
        }

        MarketEvent.@Nullable Depth whole(String instId) {
            MarketEvent.Depth newest = last;
            return newest == null
                    ? null
                    : new MarketEvent.Depth(
                            newest.ts(),
                            instId,
                            true,
                            List.copyOf(bids.values()),
                            List.copyOf(asks.values()),
                            newest.evidence());
        }
    }
}
