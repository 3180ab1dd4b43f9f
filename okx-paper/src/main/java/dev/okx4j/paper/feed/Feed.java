package dev.okx4j.paper.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded or made-up market history that a venue lives through. Reading it twice gives the same events. */
public interface Feed {

    /** Returns the instruments that have prices, in a fixed order. */
    List<InstrumentSpec> instruments();

    /** Returns the moment of the first data. */
    Instant start();

    /** Returns the moment at which a new account's market clock begins; what lies before is history. */
    Instant begin();

    /** Returns the moment of the last data. */
    Instant end();

    /** Returns, for each instrument that has one, its last leg that ended at or before the moment. */
    List<MarketEvent.Move> lastMoves(Instant at);

    /**
     * Returns the events that set the market as it stands at a moment, of which nothing is traded: last prices, whole books,
     * last figures.
     */
    default List<MarketEvent> standing(Instant at) {
        return List.copyOf(lastMoves(at));
    }

    /** Returns the events after the moment, exclusive. */
    Cursor after(Instant at);

    /** The events of a feed in time order, one at a time. */
    interface Cursor {

        /** Returns the next event without consuming it, or null at the end of the data. */
        @Nullable
        MarketEvent peek();

        /** Consumes the next event. */
        void skip();
    }
}
