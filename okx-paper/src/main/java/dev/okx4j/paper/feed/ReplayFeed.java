package dev.okx4j.paper.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario lived through again: recorded events first, then the legs of candles in the order of the instruments, wherever moments coincide. */
final class ReplayFeed implements Feed {
    private final Scenario scenario;
    private final List<Recording> recordings;
    private final EventList events;

    ReplayFeed(Scenario scenario, List<Recording> recordings, EventList events) {
        this.scenario = scenario;
        this.recordings = recordings;
        this.events = events;
    }

    @Override
    public List<InstrumentSpec> instruments() {
        return recordings.stream().map(Recording::instrument).toList();
    }

    @Override
    public Instant start() {
        return scenario.start();
    }

    @Override
    public Instant begin() {
        return scenario.begin();
    }

    @Override
    public Instant end() {
        return scenario.end();
    }

    @Override
    public List<MarketEvent.Move> lastMoves(Instant at) {
        List<MarketEvent.Move> moves = new ArrayList<>();
        for (Recording recording : recordings) {
            MarketEvent.Move move = recording.lastMove(at);
            if (move != null) {
                moves.add(move);
            }
        }
        return moves;
    }

    @Override
    public List<MarketEvent> standing(Instant at) {
        Standing standing = events.standing(at);
        List<MarketEvent> all = new ArrayList<>();
        for (Recording recording : recordings) {
            MarketEvent.Move move = recording.lastLeg(at);
            if (move != null) {
                all.add(move);
            }
        }
        all.addAll(standing.events());
        return all;
    }

    @Override
    public Cursor after(Instant at) {
        List<Cursor> lanes = new ArrayList<>();
        lanes.add(events.after(at));
        for (Recording recording : recordings) {
            if (recording.count() > 0) {
                lanes.add(new Legs(recording, at));
            }
        }
        return lanes.size() == 1 ? lanes.get(0) : new Merge(lanes);
    }

    /** Several lanes as one: the earliest event next, of simultaneous ones that of the first lane. */
    private static final class Merge implements Cursor {
        private final List<Cursor> lanes;
        private @Nullable Cursor next;

        Merge(List<Cursor> lanes) {
            this.lanes = lanes;
        }

        @Override
        public @Nullable MarketEvent peek() {
            Cursor chosen = next == null ? earliest() : next;
            next = chosen;
            return chosen == null ? null : chosen.peek();
        }

        @Override
        public void skip() {
            if (peek() != null && next != null) {
                next.skip();
                next = null;
            }
        }

        private @Nullable Cursor earliest() {
            Cursor first = null;
            Instant ts = Instant.MAX;
            for (Cursor lane : lanes) {
                MarketEvent event = lane.peek();
                if (event != null && event.ts().isBefore(ts)) {
                    first = lane;
                    ts = event.ts();
                }
            }
            return first;
        }
    }

    /** The legs of an instrument's recorded candles. */
    private static final class Legs implements Cursor {
        private final Recording recording;
        private List<MarketEvent.Move> legs;
        private int candle;
        private int leg;

        Legs(Recording recording, Instant at) {
            this.recording = recording;
            this.candle = Math.max(0, Math.min(recording.indexAt(at), recording.count() - 1));
            this.legs = recording.legs(candle);
            while (leg < legs.size() && !legs.get(leg).ts().isAfter(at)) {
                skip();
            }
        }

        @Override
        public @Nullable MarketEvent peek() {
            return leg < legs.size() ? legs.get(leg) : null;
        }

        @Override
        public void skip() {
            leg++;
            if (leg == legs.size()) {
                candle++;
                leg = 0;
                legs = candle < recording.count() ? recording.legs(candle) : List.of();
            }
        }
    }
}
