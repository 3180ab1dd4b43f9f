package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The channel of the account's Greeks: all of them to begin with, every few seconds, and when a position changes. */
final class GreekSubscription extends PrivateSubscription {
    private final Supplier<List<?>> rows;
    private final Regular regular;

    GreekSubscription(Connection connection, Arg arg, AccountStream stream, String uid, Supplier<List<?>> rows) {
        super(connection, arg, stream, uid);
        this.rows = rows;
        this.regular = Regular.of(arg);
    }

    @Override
    void begin(Moment now) {
        regular.passed(now.nanos());
        now(read());
    }

    @Override
    void changed(Venue venue, HoldingsChange change) {
        if (!change.changed.isEmpty() || !change.closed.isEmpty()) {
            later("", read());
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
            now(read());
        }
    }

    @SuppressWarnings("unchecked") // rows of an answer are maps by name
    private List<Map<String, Object>> read() {
        List<Map<String, Object>> read = new ArrayList<>();
        rows.get().forEach(row -> read.add((Map<String, Object>) row));
        return read;
    }
}
