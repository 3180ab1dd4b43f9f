package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A market channel about one thing, with the connections that follow it; each push is written once for all of them.
 *
 * <p>Pushes keep a distance, in the market's time or in the clients', whichever passes first: a replay that runs fast shows
 * what a live market would, and a market that stands still shows what its users do.
 */
abstract class Topic {
    /** A distance or a heartbeat that never comes. */
    static final Duration NEVER = Duration.ofDays(10_000);

    final Set<TopicSubscription> members = new LinkedHashSet<>();
    private final Duration distance;
    private final Duration heartbeat;
    private boolean stale;
    private long lastNanos;
    private Instant lastTime = Instant.MIN;

    Topic(Duration distance, Duration heartbeat) {
        this.distance = distance;
        this.heartbeat = heartbeat;
    }

    /** Pushes to one connection what it is to begin with. */
    abstract void welcome(Connection newcomer, Moment now);

    /** Pushes what is new to all, and returns whether anything was; with a heartbeat something always is. */
    abstract boolean publish(Moment now, boolean heartbeat);

    /** Takes note of an event on the way of the market clock, whose command is not in force yet. */
    void happened(Venue venue, VenueEvent event, AccountStream stream) {}

    /** Forgets what the command has done that ran and is not in force. */
    void dropped() {}

    /** Returns whether an event about an instrument or index may change what is pushed; for many it is not worth knowing. */
    boolean concerns(String instId) {
        return true;
    }

    /** Takes in a follower. */
    final void join(TopicSubscription follower, Moment now) {
        if (members.isEmpty()) {
            passed(now);
        }
        members.add(follower);
        welcome(follower.connection, now);
    }

    /** Returns whether it is the first follower's turn to begin, for what is remembered only while somebody follows. */
    final boolean isFirst() {
        return members.size() == 1;
    }

    /** Pushes what is new, now or once the distance is kept. */
    final void touched(Moment now) {
        stale = true;
        if (now.nanos() - lastNanos >= distance.toNanos()
                || Duration.between(lastTime, now.venue().now()).abs().compareTo(distance) >= 0) {
            push(now, false);
        }
    }

    /** Returns whether a push is overdue. */
    final boolean isDue(long nanos) {
        long passed = nanos - lastNanos;
        return (stale && passed >= distance.toNanos()) || passed >= heartbeat.toNanos();
    }

    /** Pushes what is overdue. */
    final void tick(Moment now) {
        if (isDue(now.nanos())) {
            push(now, now.nanos() - lastNanos >= heartbeat.toNanos());
        }
    }

    private void push(Moment now, boolean beat) {
        stale = false;
        if (publish(now, beat) || beat) {
            passed(now);
        }
    }

    private void passed(Moment now) {
        lastNanos = now.nanos();
        lastTime = now.venue().now();
    }

    final void toAll(Frame frame) {
        members.forEach(member -> member.connection.push(frame));
    }
}
