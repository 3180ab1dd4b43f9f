package dev.okx4j.paper.stream;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.wire.PushRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The positions channel: all positions to begin with and every few seconds, and those that change as they do. */
final class PositionSubscription extends PrivateSubscription {
    private final Filter filter;
    private final Regular regular;

    PositionSubscription(Connection connection, Arg arg, AccountStream stream, String uid) {
        super(connection, arg, stream, uid);
        this.filter = Filter.of(arg);
        this.regular = Regular.of(arg);
    }

    @Override
    void begin(Moment now) {
        regular.passed(now.nanos());
        snapshot(rows(now.venue()));
    }

    @Override
    void changed(Venue venue, HoldingsChange change) {
        List<Map<String, Object>> rows = new ArrayList<>();
        change.closed.stream()
                .filter(position -> concerns(venue, position))
                .forEach(position -> rows.add(PushRow.closed(position, venue).fields()));
        change.changed.stream()
                .filter(position -> concerns(venue, position))
                .forEach(position ->
                        rows.add(PushRow.position(position, venue.now()).fields()));
        if (!rows.isEmpty()) {
            later("\"eventType\":\"event_update\",", rows);
        }
    }

    @Override
    boolean isDue(long nanos) {
        return regular.isDue(nanos);
    }

    @Override
    void tick(Moment now) {
        if (regular.isDue(now.nanos())) {
            regular.passed(now.nanos());
            snapshot(rows(now.venue()));
        }
    }

    private List<Map<String, Object>> rows(Venue venue) {
        return venue.positions().stream()
                .filter(position -> concerns(venue, position))
                .map(position -> PushRow.position(position, venue.now()).fields())
                .toList();
    }

    private boolean concerns(Venue venue, PositionView position) {
        InstrumentSpec spec = venue.instrument(position.instId());
        return spec != null && filter.matches(spec);
    }
}
