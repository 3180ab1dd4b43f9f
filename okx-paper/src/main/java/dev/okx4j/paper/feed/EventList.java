package dev.okx4j.paper.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a feed that are not legs of candles, in time order. */
interface EventList {

    /** Returns the events after a moment, exclusive; a list that grows has more of them later. */
    Feed.Cursor after(Instant at);

    /** Returns the events up to a moment, inclusive, folded into what they leave standing. */
    Standing standing(Instant at);

    /** Returns the moment of the last event, or null when there is none. */
    @Nullable
    Instant last();

    /** Returns events that never change. */
    static EventList of(List<MarketEvent> events) {
        return new FixedEvents(List.copyOf(events));
    }
}
