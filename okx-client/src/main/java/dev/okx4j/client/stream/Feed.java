package dev.okx4j.client.stream;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.seam.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One topic and all that listen to it.
 *
 * <p>What is delivered, and the standing, change in the turn of the connection that carries the topic; the standing can be read
 * anywhere.
 */
final class Feed<E> {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    /** The channels that begin with a list of what there is, and do not mark it as such. */
    private static final Set<String> LISTED = Set.of("instruments", "status", "algo-advance");

    private final Topic<E> topic;
    private final String arg;
    private final Clock clock;
    private final List<Listening<E>> taps = new CopyOnWriteArrayList<>();
    private final Renewals renewals = new Renewals();
    private volatile Standing standing;
    /** Whether it has been live before: from then on, an interruption is a gap. */
    private boolean believed;
    /** The frame that was delivered last. */
    private @Nullable String last;
    /** How many have been delivered since it was live. */
    private long pushes;
    /** Whether a snapshot was among them. */
    private boolean begun;

    Feed(Topic<E> topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
        this.arg = arg(topic);
        this.standing = new Standing(Standing.State.WAITING, false, "not acknowledged yet", clock.now(), null);
    }

    /** Returns the argument of a request that names the topic. */
    private static String arg(Topic<?> topic) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("channel", topic.channel().name());
        fields.putAll(new TreeMap<>(topic.args()));
        return Json.write(fields);
    }

    Topic<E> topic() {
        return topic;
    }

    String arg() {
        return arg;
    }

    Standing standing() {
        return standing;
    }

    Renewals renewals() {
        return renewals;
    }

    /** Returns whether a frame is the one that was delivered last. */
    boolean endedWith(String frame) {
        return frame.equals(last);
    }

    /**
     * Adds a tap, which hears first the standing that holds, and then what it has missed where the last push tells all of it.
     *
     * @return whether what it has missed can only be had from OKX
     */
    boolean add(Listening<E> tap) {
        taps.add(tap);
        // A gap that others had is none of its.
        tap.standing(new Standing(standing.state(), false, standing.reason(), standing.since(), standing.cause()));
        String frame = last;
        if (standing.state() != Standing.State.LIVE || pushes == 0 || frame == null) {
            return false;
        }
        boolean lists = begun || LISTED.contains(topic.channel().name());
        boolean newest = topic.channel().backlog() == Channel.Backlog.NEWEST;
        Update<E> update = topic.channel().decoder().decode(topic, frame);
        if (newest && (update.snapshot() || !lists) || lists && pushes == 1) {
            tap.update(update);
            return false;
        }
        return lists;
    }

    void remove(Listening<E> tap) {
        taps.remove(tap);
    }

    /**
     * Delivers a frame.
     *
     * @throws RuntimeException when it is not what the channel promises; nothing was delivered then
     */
    void push(String frame) {
        Update<E> update = topic.channel().decoder().decode(topic, frame);
        last = frame;
        pushes++;
        begun |= update.snapshot();
        for (Listening<E> tap : taps) {
            try {
                tap.update(update);
            } catch (RuntimeException e) {
                LOG.error(
                        "Something of this project failed on a push of {}",
                        topic.channel().name(),
                        e);
            }
        }
    }

    /** Returns whether a frame is a snapshot. */
    boolean isSnapshot(String frame) {
        return topic.channel().decoder().decode(topic, frame).snapshot();
    }

    /** Tells that it can be believed from now on; what was missed is told as a gap unless the interruption was bridged. */
    void live() {
        if (standing.state() == Standing.State.LIVE) {
            return;
        }
        tell(new Standing(
                Standing.State.LIVE, believed, believed ? "subscribed anew" : "subscribed", clock.now(), null));
        believed = true;
        pushes = 0;
        begun = false;
    }

    /** Tells that something may be missing although the topic has been live all along. */
    void gap(String reason) {
        tell(new Standing(Standing.State.LIVE, true, reason, clock.now(), null));
    }

    /** Tells that it cannot be believed any longer; of no effect when it could not be. */
    void stale(String reason) {
        if (standing.state() == Standing.State.LIVE) {
            tell(new Standing(Standing.State.STALE, false, reason, clock.now(), null));
        }
    }

    void ended(String reason, @Nullable OkxException cause) {
        if (standing.state() != Standing.State.ENDED) {
            tell(new Standing(Standing.State.ENDED, false, reason, clock.now(), cause));
        }
    }

    private void tell(Standing next) {
        standing = next;
        for (Listening<E> tap : taps) {
            try {
                tap.standing(next);
            } catch (RuntimeException e) {
                LOG.error(
                        "Something of this project failed on a standing of {}",
                        topic.channel().name(),
                        e);
            }
        }
    }
}
