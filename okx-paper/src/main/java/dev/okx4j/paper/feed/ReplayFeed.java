package dev.okx4j.paper.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A scenario lived through again: funding first, then the instruments in their order, wherever moments coincide. */
final class ReplayFeed implements Feed {
    private final Scenario scenario;
    private final List<Recording> recordings;

    ReplayFeed(Scenario scenario, List<Recording> recordings) {
        this.scenario = scenario;
        this.recordings = recordings;
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
    public Cursor after(Instant at) {
        PriorityQueue<Lane> lanes =
                new PriorityQueue<>(Comparator.comparing(Lane::ts).thenComparing(Lane::rank));
        List<MarketEvent.FundingRate> rates = scenario.funding().stream()
                .filter(rate -> rate.ts().isAfter(at))
                .toList();
        if (!rates.isEmpty()) {
            lanes.add(new Lane(-1, index -> index < rates.size() ? rates.subList(index, index + 1) : List.of(), 0));
        }
        for (int rank = 0; rank < recordings.size(); rank++) {
            Recording recording = recordings.get(rank);
            Lane lane = new Lane(
                    rank,
                    index -> index < recording.count() ? recording.legs(index) : List.of(),
                    Math.max(0, recording.indexAt(at)));
            while (lane.event != null && !lane.event.ts().isAfter(at)) {
                lane.step();
            }
            if (lane.event != null) {
                lanes.add(lane);
            }
        }
        return new Merge(lanes);
    }

    private record Merge(PriorityQueue<Lane> lanes) implements Cursor {
        @Override
        public @Nullable MarketEvent peek() {
            Lane lane = lanes.peek();
            return lane == null ? null : lane.event;
        }

        @Override
        public void skip() {
            Lane lane = lanes.poll();
            if (lane != null) {
                lane.step();
                if (lane.event != null) {
                    lanes.add(lane);
                }
            }
        }
    }

    private interface Chunks {
        List<? extends MarketEvent> at(int index);
    }

    /** The events of one source, in order. */
    private static final class Lane {
        private final int rank;
        private final Chunks chunks;
        private int chunk;
        private int offset;
        private List<? extends MarketEvent> events;
        private @Nullable MarketEvent event;

        Lane(int rank, Chunks chunks, int chunk) {
            this.rank = rank;
            this.chunks = chunks;
            this.chunk = chunk;
            this.events = chunks.at(chunk);
            this.event = events.isEmpty() ? null : events.get(0);
        }

        void step() {
            offset++;
            if (offset == events.size()) {
                offset = 0;
                events = chunks.at(++chunk);
            }
            event = events.isEmpty() ? null : events.get(offset);
        }

        Instant ts() {
            return event == null ? Instant.MAX : event.ts();
        }

        int rank() {
            return rank;
        }
    }
}
