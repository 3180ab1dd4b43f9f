package dev.okx4j.paper.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that are in memory and never change. */
record FixedEvents(List<MarketEvent> events) implements EventList {

    @Override
    public Feed.Cursor after(Instant at) {
        return new Cursor(events, indexAfter(at));
    }

    @Override
    public Standing standing(Instant at) {
        Standing standing = new Standing();
        events.subList(0, indexAfter(at)).forEach(standing::take);
        return standing;
    }

    @Override
    public @Nullable Instant last() {
        return events.isEmpty() ? null : events.get(events.size() - 1).ts();
    }

    private int indexAfter(Instant at) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).ts().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static final class Cursor implements Feed.Cursor {
        private final List<MarketEvent> events;
        private int next;

        Cursor(List<MarketEvent> events, int next) {
            this.events = events;
            this.next = next;
        }

        @Override
        public @Nullable MarketEvent peek() {
            return next < events.size() ? events.get(next) : null;
        }

        @Override
        public void skip() {
            next++;
        }
    }
}
