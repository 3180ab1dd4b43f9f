package dev.okx4j.paper.stream;

import dev.okx4j.client.json.Json;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A connection that follows an account. */
abstract class PrivateSubscription extends Subscription {
    /** Most rows of one push of a snapshot. */
    private static final int PAGE = 100;

    private final AccountStream stream;
    private final String head;

    PrivateSubscription(Connection connection, Arg arg, AccountStream stream, String uid) {
        super(connection, arg, stream);
        this.stream = stream;
        this.head = "{\"arg\":" + arg.json(uid) + ",";
    }

    /** Takes note of an event of the command that runs. */
    void happened(Venue venue, VenueEvent event) {}

    /** Takes note of what the command that runs has made of the account. */
    void changed(Venue venue, HoldingsChange change) {}

    /** Returns whether it is time for a push that nothing has caused. */
    boolean isDue(long nanos) {
        return false;
    }

    /** Pushes what is due. */
    void tick(Moment now) {}

    @Override
    void end() {
        stream.leave(this);
    }

    /** Pushes rows once the command that runs is in force. */
    final void later(String eventType, List<Map<String, Object>> rows) {
        Frame frame = frame(eventType, rows);
        stream.later(() -> connection.push(frame));
    }

    /** Pushes all rows of a state that is in force, in as many pages as they take. */
    final void snapshot(List<Map<String, Object>> rows) {
        int page = 1;
        int from = 0;
        do {
            int to = Math.min(rows.size(), from + PAGE);
            connection.push(frame(
                    "\"eventType\":\"snapshot\",\"curPage\":" + page + ",\"lastPage\":" + (to == rows.size()) + ",",
                    rows.subList(from, to)));
            page++;
            from = to;
        } while (from < rows.size());
    }

    /** Pushes rows of a state that is in force. */
    final void now(List<Map<String, Object>> rows) {
        connection.push(frame("", rows));
    }

    private Frame frame(String eventType, List<Map<String, Object>> rows) {
        return Frame.of(head + eventType + "\"data\":" + Json.write(new ArrayList<>(rows)) + "}");
    }
}
