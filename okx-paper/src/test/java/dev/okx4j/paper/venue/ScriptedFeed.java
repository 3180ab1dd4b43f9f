package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A feed that a test writes: one event a minute unless it says otherwise. */
final class ScriptedFeed implements Feed {

    static final Instant START = Instant.parse("2026-08-17T00:00:00Z");

    private final List<InstrumentSpec> instruments = new ArrayList<>();
    private final Map<String, MarketEvent.Move> first = new LinkedHashMap<>();
    private final Map<String, BigDecimal> price = new LinkedHashMap<>();
    private final List<MarketEvent> events = new ArrayList<>();
    private Instant at = START;

    ScriptedFeed list(InstrumentSpec spec, String px, String volume) {
        instruments.add(spec);
        price.put(spec.instId(), new BigDecimal(px));
        first.put(spec.instId(), move(START, spec.instId(), px, px, volume));
        return this;
    }

    /** Lists an instrument that has no price yet. */
    ScriptedFeed listUnpriced(InstrumentSpec spec) {
        instruments.add(spec);
        return this;
    }

    /** Adds a leg from the price before, a minute later. */
    ScriptedFeed to(String instId, String px, String volume) {
        return leg(instId, Objects.requireNonNull(price.get(instId)).toPlainString(), px, volume);
    }

    /** Adds a leg that begins where it likes, a minute later. */
    ScriptedFeed leg(String instId, String from, String to, String volume) {
        at = at.plus(Duration.ofMinutes(1));
        events.add(move(at, instId, from, to, volume));
        price.put(instId, new BigDecimal(to));
        return this;
    }

    /** Adds a mark price of a contract, a minute later. */
    ScriptedFeed mark(String instId, String px) {
        at = at.plus(Duration.ofMinutes(1));
        events.add(new MarketEvent.Mark(at, instId, new BigDecimal(px)));
        return this;
    }

    /** Adds the volatility of an option, a minute later. */
    ScriptedFeed volatility(String instId, String sigma) {
        at = at.plus(Duration.ofMinutes(1));
        events.add(new MarketEvent.Volatility(at, instId, new BigDecimal(sigma)));
        return this;
    }

    /** Adds a price of an index, a minute later. */
    ScriptedFeed index(String index, String px) {
        at = at.plus(Duration.ofMinutes(1));
        events.add(new MarketEvent.Index(at, index, new BigDecimal(px)));
        return this;
    }

    /** Lets time pass in which nothing happens. */
    ScriptedFeed quiet(int minutes) {
        at = at.plus(Duration.ofMinutes(minutes));
        return this;
    }

    ScriptedFeed funding(String instId, String rate) {
        at = at.plus(Duration.ofMinutes(1));
        events.add(new MarketEvent.FundingRate(at, instId, new BigDecimal(rate)));
        return this;
    }

    @Override
    public List<InstrumentSpec> instruments() {
        return List.copyOf(instruments);
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
        Map<String, MarketEvent.Move> last = new LinkedHashMap<>(first);
        for (MarketEvent event : events) {
            if (event instanceof MarketEvent.Move move && !move.ts().isAfter(moment)) {
                last.put(move.instId(), move);
            }
        }
        return List.copyOf(last.values());
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

    private static MarketEvent.Move move(Instant ts, String instId, String from, String to, String volume) {
        return new MarketEvent.Move(
                ts,
                instId,
                new BigDecimal(from),
                new BigDecimal(to),
                new BigDecimal(volume),
                new Evidence("script " + ts, "the test says so", "T"));
    }
}
