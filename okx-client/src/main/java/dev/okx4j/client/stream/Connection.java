package dev.okx4j.client.stream;

import dev.okx4j.client.error.OkxException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A number of topics that travel together, whatever becomes of the sockets under them: it connects when there is something to
 * carry, connects anew after a failure, and moves to a new socket without a gap when OKX announces the end of the old one.
 *
 * <p>Everything happens in its {@link Turn}.
 */
final class Connection implements LegOwner {
    /** How long it stays open with nothing to carry. */
    static final long LINGER = Duration.ofSeconds(5).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Roads roads;
    private final Turn turn;
    private final Backoff backoff;
    private final Set<Feed<?>> feeds = new LinkedHashSet<>();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private @Nullable Leg leg;
    private @Nullable Handover handover;
    private long connectAt;
    private boolean connectedBefore;
    private long emptySince;
    private boolean held;
    private boolean closed;
    private String closedBecause = "";
    private @Nullable OkxException closedBy;
    /** Whether another handover is due when this one is over. */
    private boolean leavingAgain;

    Connection(Roads roads) {
        this.roads = roads;
        this.turn = new Turn(this::failed);
        this.backoff = new Backoff(roads.entropy());
        this.connectAt = roads.clock().nanos();
    }

    Roads roads() {
        return roads;
    }

    private long now() {
        return roads.clock().nanos();
    }

    private void failed(RuntimeException e) {
        LOG.error("A stream's connection failed inside, and connects anew", e);
        lose("an error inside this library");
    }

    // What is asked of it, by anybody at any time.

    /** Carries topics. */
    void want(List<Feed<?>> more) {
        turn.post(() -> {
            if (closed) { // whoever asked was overtaken by who closed
                more.forEach(feed -> roads.events().ended(this, feed, closedBecause, closedBy));
                return;
            }
            feeds.addAll(more);
            if (leg != null) {
                leg.want(more, now());
            }
            if (handover != null) {
                handover.want(more, now());
            }
            connectIfDue();
        });
    }

    /** Adds a tap to a topic, in order with what is delivered. */
    <E> void listen(Feed<E> feed, Listening<E> tap) {
        turn.post(() -> {
            if (!tap.isClosed() && feed.add(tap)) {
                renewNow(feed, "another listener needs what OKX tells at first");
            }
        });
    }

    /** Carries a topic no longer. */
    void drop(Feed<?> feed) {
        turn.post(() -> {
            leaveOut(feed);
            if (feeds.isEmpty()) {
                emptySince = now();
            }
        });
    }

    private void leaveOut(Feed<?> feed) {
        if (feeds.remove(feed)) {
            if (leg != null) {
                leg.drop(feed, now());
            }
            if (handover != null) {
                handover.drop(feed, now());
            }
        }
    }

    /** Asks for a topic anew. */
    void renew(Feed<?> feed, String reason) {
        turn.post(() -> renewNow(feed, reason));
    }

    private void renewNow(Feed<?> feed, String reason) {
        if (feeds.contains(feed) && leg != null && leg.isLive(feed)) {
            feed.stale(reason);
            leg.renew(feed, feed.renewals().next(now()), now());
        }
    }

    /** Drops the socket and connects anew. */
    void reconnect(String reason) {
        turn.post(() -> lose(reason));
    }

    /** Keeps it open although it may carry nothing, and opens it when it is not. */
    void hold(boolean value) {
        turn.post(() -> {
            held = value;
            connectIfDue();
        });
    }

    /**
     * Sends an operation, when it is open and logged in.
     *
     * @param wanted asked right before it leaves: whether it still is to
     * @param taken hears whether it left
     */
    void operate(String frame, BooleanSupplier wanted, Consumer<Boolean> taken) {
        turn.post(() -> {
            boolean left = false;
            try {
                left = leg != null && leg.isReady() && wanted.getAsBoolean() && leg.send(frame);
            } finally {
                taken.accept(left);
            }
        });
    }

    /** Lets time pass. */
    void tick() {
        if (ticking.compareAndSet(false, true)) {
            turn.post(this::passTime);
        }
    }

    /** Ends it and all topics that it carries. */
    void close(String reason, @Nullable OkxException cause) {
        turn.post(() -> {
            closed = true;
            closedBecause = reason;
            closedBy = cause;
            hangUp();
            List.copyOf(feeds).forEach(feed -> roads.events().ended(this, feed, reason, cause));
            feeds.clear();
        });
    }

    /** Gives topics up without ending them: somebody else carries them from now on. */
    void surrender(List<Feed<?>> some, Runnable then) {
        turn.post(() -> {
            some.forEach(feed -> {
                feed.stale("moved to another connection");
                leaveOut(feed);
            });
            then.run();
        });
    }

    // What happens.

    private void passTime() {
        ticking.set(false);
        long now = now();
        if (leg != null) {
            leg.tick(now);
        }
        if (handover != null) {
            handover.tick(now);
        }
        connectIfDue();
        if (leg != null && feeds.isEmpty() && !held && now - emptySince >= LINGER) {
            hangUp();
        }
    }

    private void hangUp() {
        if (handover != null) {
            handover.abandon();
            handover = null;
        }
        if (leg != null) {
            leg.close();
            leg = null;
            roads.events().lost(this);
        }
    }

    private void connectIfDue() {
        long now = now();
        if (leg == null
                && !closed
                && (held || !feeds.isEmpty())
                && now - connectAt >= 0
                && roads.pace().take(roads.site(), now)) {
            if (connectedBefore) {
                roads.counters().reconnects.increment();
            }
            connectedBefore = true;
            Leg next = new Leg(this, roads.login(), roads.counters(), now);
            leg = next;
            next.want(feeds, now);
            open(next);
        }
    }

    /** Opens the line of a leg. */
    void open(Leg next) {
        roads.counters().opened.increment();
        next.on(roads.wire().open(roads.url(), new LegEar(next, turn, roads.clock())));
    }

    /** Ends the socket, if there is one, as if it had failed. */
    private void lose(String reason) {
        if (leg != null) {
            leg.end(reason, 0);
        }
    }

    @Override
    public void ready(Leg which) {
        if (handover != null && which == handover.next()) {
            handover.ready(now());
        }
    }

    @Override
    public void live(Leg which, Feed<?> feed) {
        if (which == leg) {
            feed.live();
        }
    }

    @Override
    public void push(Leg which, Feed<?> feed, String frame) {
        if (which == leg) {
            if (handover == null || !handover.isRepeat(feed, frame)) {
                deliver(feed, frame);
            }
        } else if (handover != null && which == handover.next()) {
            handover.hold(feed, frame);
        }
    }

    /** Delivers a frame; one that is not what it should be breaks its topic and nothing else. */
    void deliver(Feed<?> feed, String frame) {
        try {
            feed.push(frame);
        } catch (RuntimeException e) {
            roads.counters().undecodable(feed.topic().channel().name(), e);
            renewNow(feed, "a push could not be decoded");
            return;
        }
        if (handover != null) {
            handover.delivered(feed, frame);
        }
    }

    @Override
    public void refused(Leg which, Feed<?> feed, String code, String msg) {
        if (Refusals.isOfTopic(code)) {
            feeds.remove(feed);
            if (handover != null) {
                handover.drop(feed, now());
            }
            if (leg != null) {
                leg.drop(feed, now());
            }
            roads.events().ended(this, feed, "refused by OKX", Refusals.ofTopic(feed.topic(), code, msg));
        } else {
            roads.counters().unknown("transient refusal", code);
            long at =
                    Math.max(now() + Backoff.PATIENCE.toNanos(), feed.renewals().next(now()));
            which.renew(feed, at, now());
        }
    }

    @Override
    public void broken(Leg which, Feed<?> feed, String reason) {
        if (which == leg) {
            renewNow(feed, reason);
        }
    }

    @Override
    public void leaving(Leg which) {
        if (which == leg) {
            moveOver();
        }
    }

    @Override
    public void spent(Leg which) {
        if (which == leg) {
            moveOver();
        }
    }

    private void moveOver() {
        if (handover == null && leg != null) {
            roads.counters().handovers.increment();
            handover = new Handover(this, leg, feeds, backoff);
            handover.tick(now());
        } else if (handover != null && handover.isEcho()) {
            leavingAgain = true;
        }
    }

    /** Goes on with another leg, after what was delivered from the old one has been completed. */
    void adopt(Leg next) {
        leg = next;
        leavingAgain = false;
        roads.events().lost(this); // what the old one has not answered yet, it answers no more
    }

    /** The old leg's frames need not be told from the new one's any longer. */
    void handoverDone() {
        handover = null;
        if (leavingAgain) {
            leavingAgain = false;
            moveOver();
        }
    }

    @Override
    public void caughtUp(Leg which) {
        if (which == leg && handover != null) {
            handover.caughtUp();
        }
    }

    @Override
    public void loginRefused(Leg which, String code, String msg) {
        if (Refusals.isOfKey(code)) {
            roads.events().keyRefused(Refusals.ofKey(code, msg));
            return;
        }
        if (code.equals("60006")) {
            roads.events().clockRefused(which.signedAt());
        }
        if (Refusals.isBusy(code) || code.equals("60006")) {
            backoff.bePatient();
        }
        which.end("the login was refused for now", 0);
    }

    @Override
    public void answered(String id, String frame) {
        roads.events().answered(id, frame);
    }

    @Override
    public void over(Leg which, String reason, int code) {
        if (code == 4007 || code == 4001) {
            roads.events().keyRefused(Refusals.ofKey(Integer.toString(code), ""));
        } else if (code == 4003 || code == 4008 || code == 4009) {
            roads.events().crowded(this);
        }
        if (handover != null && which == handover.next()) {
            handover.lostNext(now());
        } else if (which == leg) {
            if (handover != null && handover.lostOld(reason)) {
                return;
            }
            handover = null;
            leavingAgain = false;
            leg = null;
            roads.events().lost(this);
            feeds.forEach(feed -> feed.stale(reason));
            connectAt = now() + backoff.next(which.healthy(now()));
        }
    }
}
