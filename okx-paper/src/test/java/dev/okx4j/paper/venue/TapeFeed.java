package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed of recorded books and trades of one instrument that a test writes, one event a second. */
final class TapeFeed implements Feed {
    static final Instant START = Instant.parse("2026-08-17T00:00:00Z");

    private final InstrumentSpec spec;
    private final List<MarketEvent> events = new ArrayList<>();
    private Instant at = START;

    TapeFeed(InstrumentSpec spec) {
        this.spec = spec;
    }

    /** Adds a whole book; levels are written {@code 225.10x5}. */
    TapeFeed book(String bids, String asks) {
        return depth(true, bids, asks);
    }

    /** Adds a change of the book; a size of 0 takes a level away. */
    TapeFeed change(String bids, String asks) {
        return depth(false, bids, asks);
    }

    private TapeFeed depth(boolean whole, String bids, String asks) {
        tick();
        return add(new MarketEvent.Depth(
                at,
                spec.instId(),
                whole,
                levels(bids),
                levels(asks),
                new Evidence("book " + at, "the test's book", "A")));
    }

    /** Adds a trade whose taker is of a side. */
    TapeFeed trade(Side side, String px, String sz) {
        tick();
        String id = Integer.toString(events.size());
        return add(new MarketEvent.Trade(
                at,
                spec.instId(),
                id,
                new BigDecimal(px),
                new BigDecimal(sz),
                side,
                new Evidence("trade " + id, "the test's trade", "B")));
    }

    TapeFeed add(MarketEvent event) {
        events.add(event);
        return this;
    }

    TapeFeed pass(Duration time) {
        at = at.plus(time);
        return this;
    }

    private void tick() {
        at = at.plusSeconds(1);
    }

    private static List<MarketEvent.Level> levels(String text) {
        List<MarketEvent.Level> levels = new ArrayList<>();
        for (String level : text.isEmpty() ? new String[0] : text.split(" ")) {
            String[] parts = level.split("x");
            levels.add(new MarketEvent.Level(new BigDecimal(parts[0]), new BigDecimal(parts[1]), 3));
        }
        return levels;
    }

    @Override
    public List<InstrumentSpec> instruments() {
        return List.of(spec);
    }

    @Override
    public Instant start() {
        return START;
    }

    @Override
    public Instant begin() {
        return START;
    }

    @Override
    public Instant end() {
        return at;
    }

    @Override
    public List<MarketEvent.Move> lastMoves(Instant moment) {
        return List.of();
    }

    @Override
    public Cursor after(Instant moment) {
        return new Cursor() {
            private int next = 0;

            @Override
            public @Nullable MarketEvent peek() {
                while (next < events.size() && !events.get(next).ts().isAfter(moment)) {
                    next++;
                }
                return next < events.size() ? events.get(next) : null;
            }

            @Override
            public void skip() {
                next++;
            }
        };
    }
}
