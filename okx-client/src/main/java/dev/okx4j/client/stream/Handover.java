package dev.okx4j.client.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The move of a connection from one socket to the next without a gap: open, log in, subscribe to everything; let both run for a
 * second; have the old one answer a ping, so that all it had to say has arrived; deliver what only the new one has said; close the
 * old one. For a while after, the new one may repeat what the old one was quicker to say.
 */
final class Handover {
    /** How long both run. */
    static final long BOTH = Duration.ofSeconds(1).toNanos();

    /** How long the old one may take to answer. */
    static final long FENCE = Duration.ofSeconds(5).toNanos();

    /** How long the new one may take to be where the old one is; the notice comes a minute before the end. */
    static final long WHOLE = Duration.ofSeconds(25).toNanos();

    /** How long repeats are looked for after the move. */
    static final long ECHO = Duration.ofSeconds(10).toNanos();

    private final Connection connection;
    private final Leg old;
    private final Set<Feed<?>> feeds;
    private final Backoff backoff;
    private final Overlap overlap = new Overlap();
    private @Nullable Leg next;
    private Step step = Step.CONNECT;
    private long since;

    /** The steps. */
    private enum Step {
        CONNECT,
        SUBSCRIBE,
        BOTH,
        FENCE,
        ECHO
    }

    Handover(Connection connection, Leg old, Set<Feed<?>> feeds, Backoff backoff) {
        this.connection = connection;
        this.old = old;
        this.feeds = feeds;
        this.backoff = backoff;
        this.since = connection.roads().clock().nanos();
    }

    @Nullable
    Leg next() {
        return step == Step.ECHO ? null : next;
    }

    /** Returns whether the new one has taken over, and only repeats are looked for. */
    boolean isEcho() {
        return step == Step.ECHO;
    }

    /** Takes the time. */
    void tick(long now) {
        switch (step) {
            case CONNECT -> {
                if (now - since >= 0
                        && connection.roads().pace().take(connection.roads().site(), now)) {
                    Leg leg = new Leg(
                            connection,
                            connection.roads().login(),
                            connection.roads().counters(),
                            now);
                    next = leg;
                    leg.want(feeds, now);
                    enter(Step.SUBSCRIBE, now);
                    connection.open(leg);
                }
            }
            case SUBSCRIBE -> {
                tickNext(now);
                Leg leg = next;
                if (step == Step.SUBSCRIBE && leg != null && leg.isComplete()) {
                    enter(Step.BOTH, now);
                } else if (step == Step.SUBSCRIBE && leg != null && now - since >= WHOLE) {
                    leg.end("it did not get where the old connection is", 0);
                }
            }
            case BOTH -> {
                tickNext(now);
                if (step == Step.BOTH && now - since >= BOTH) {
                    enter(Step.FENCE, now);
                    old.ping(now);
                }
            }
            case FENCE -> {
                tickNext(now);
                if (step == Step.FENCE && now - since >= FENCE) {
                    old.end("nothing answered a ping", 0);
                }
            }
            case ECHO -> {
                if (now - since >= ECHO) {
                    connection.handoverDone();
                }
            }
        }
    }

    private void tickNext(long now) {
        if (next != null) {
            next.tick(now);
        }
    }

    private void enter(Step other, long now) {
        step = other;
        since = now;
    }

    void ready(long now) {
        since = now;
    }

    void want(Collection<Feed<?>> more, long now) {
        Leg leg = next();
        if (leg != null) {
            leg.want(more, now);
            if (step == Step.BOTH || step == Step.FENCE) {
                enter(Step.SUBSCRIBE, now);
            }
        }
    }

    void drop(Feed<?> feed, long now) {
        overlap.forget(feed);
        Leg leg = next();
        if (leg != null) {
            leg.drop(feed, now);
        }
    }

    void delivered(Feed<?> feed, String frame) {
        if (step != Step.CONNECT && step != Step.ECHO) {
            overlap.delivered(feed, frame);
        }
    }

    void hold(Feed<?> feed, String frame) {
        if (!overlap.hold(feed, frame)) {
            old.end("too much came while two connections ran", 0);
        }
    }

    boolean isRepeat(Feed<?> feed, String frame) {
        return step == Step.ECHO && overlap.isRepeat(feed, frame);
    }

    /** The old one has said all it had to say. */
    void caughtUp() {
        if (step == Step.FENCE) {
            old.close();
            takeOver(true, "");
        }
    }

    /** The old one has ended; returns whether the new one goes on from there. */
    boolean lostOld(String reason) {
        if (step == Step.ECHO || next == null) {
            return false;
        }
        takeOver(false, reason);
        return true;
    }

    private void takeOver(boolean bridged, String reason) {
        Leg leg = next;
        if (leg == null) {
            return;
        }
        connection.adopt(leg);
        enter(Step.ECHO, connection.roads().clock().nanos());
        for (Feed<?> feed : List.copyOf(feeds)) {
            boolean broken = feed.standing().state() != Standing.State.LIVE;
            if (!bridged) {
                feed.stale(reason);
            }
            if (!leg.isLive(feed)) {
                overlap.forget(feed); // what it will bring is a beginning
            } else {
                feed.live();
                List<String> news = broken || !bridged ? overlap.anew(feed) : overlap.news(feed);
                news.forEach(frame -> connection.deliver(feed, frame));
            }
        }
    }

    /** The new one has ended before it was where the old one is: another is tried. */
    void lostNext(long now) {
        next = null;
        overlap.clear();
        step = Step.CONNECT;
        since = now + backoff.next(Duration.ZERO);
    }

    void abandon() {
        Leg leg = next();
        if (leg != null) {
            leg.close();
        }
    }
}
