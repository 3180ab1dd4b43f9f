package dev.okx4j.paper.model;

import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed whose events are typed in while the venue lives. */
final class TypedFeed implements Feed {
    static final BigDecimal FIRST_VOLUME = BigDecimal.valueOf(400);
    private static final Evidence EVIDENCE = new Evidence("typed", "typed", "T");
    private final Deque<MarketEvent> events = new ArrayDeque<>();

    void add(MarketEvent event) {
        events.add(event);
    }

    static MarketEvent.Move move(Instant at, String instId, BigDecimal from, BigDecimal to, BigDecimal volume) {
        return new MarketEvent.Move(at, instId, from, to, volume, EVIDENCE);
    }

    @Override
    public List<InstrumentSpec> instruments() {
        return Instruments.ROWS.stream().map(Instruments.Row::spec).toList();
    }

    @Override
    public Instant start() {
        return Instruments.START;
    }

    @Override
    public Instant begin() {
        return Instruments.START;
    }

    @Override
    public Instant end() {
        return Instruments.START.plusSeconds(1_000_000_000);
    }

    @Override
    public List<MarketEvent.Move> lastMoves(Instant at) {
        return Instruments.ROWS.stream()
                .map(row -> move(Instruments.START, row.spec().instId(), row.px(), row.px(), FIRST_VOLUME))
                .toList();
    }

    @Override
    public Cursor after(Instant at) {
        return new Cursor() {
            @Override
            public @Nullable MarketEvent peek() {
                return events.peek();
            }

            @Override
            public void skip() {
                events.remove();
            }
        };
    }
}
