package dev.okx4j.client.stream;

import dev.okx4j.client.stream.Channel.Backlog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a consumer that is slower than the channel: pushes and standings, in order.
 *
 * <p>Of a channel whose newest row says all, only the newest of each key waits. Of any other, everything waits up to a bound; what
 * would go beyond it empties the inbox, and nothing more is taken until the consumer has been told that it missed something. This
 * class is thread-safe.
 */
final class Inbox<E> implements Tap<E> {
    /** How many updates, or keys, wait at most. */
    static final int MOST = 10_000;

    private final Channel<E> channel;
    private final Counters counters;
    private final Runnable arrived;
    private final Consumer<String> overflow;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private @Nullable Newest<E> newest;
    private boolean overflowed;

    /** The newest rows of pushes that nobody has taken yet. */
    private static final class Newest<E> {
        final Topic<E> topic;
        final Map<Object, E> rows = new LinkedHashMap<>();
        final boolean snapshot;

        Newest(Update<E> first) {
            this.topic = first.topic();
            this.snapshot = first.snapshot();
        }
    }

    /**
     * @param arrived is called after something was added, on the connection's thread
     * @param overflow sees to it that the consumer hears of a gap; is told why
     */
    Inbox(Channel<E> channel, Counters counters, Runnable arrived, Consumer<String> overflow) {
        this.channel = channel;
        this.counters = counters;
        this.arrived = arrived;
        this.overflow = overflow;
    }

    @Override
    public void update(Update<E> update) {
        boolean full;
        synchronized (this) {
            if (overflowed) {
                return;
            }
            full = !(channel.backlog() == Backlog.NEWEST ? conflate(update) : append(update));
            if (full) {
                overflowed = true;
                waiting.clear();
                newest = null;
            }
        }
        if (full) {
            counters.overflows.increment();
            overflow.accept("the listener is too slow");
        } else {
            arrived.run();
        }
    }

    private boolean append(Update<E> update) {
        return waiting.size() < MOST && waiting.add(update);
    }

    private boolean conflate(Update<E> update) {
        if (newest == null) {
            newest = new Newest<>(update);
            waiting.add(newest);
        }
        for (E row : update.rows()) {
            if (newest.rows.put(channel.key().apply(row), row) != null) {
                counters.conflated.increment();
            }
        }
        return newest.rows.size() <= MOST;
    }

    @Override
    public void standing(Standing standing) {
        synchronized (this) {
            overflowed = false;
            newest = null;
            waiting.add(standing);
        }
        arrived.run();
    }

    /** Returns the next update or standing; null when there is none. */
    synchronized @Nullable Object poll() {
        Object next = waiting.poll();
        if (next != null && next == newest) {
            newest = null;
        }
        return next instanceof Newest<?> rows ? update(rows) : next;
    }

    private static <E> Update<E> update(Newest<E> newest) {
        List<E> rows = Collections.unmodifiableList(new ArrayList<>(newest.rows.values()));
        return new Update<>(newest.topic, rows, newest.snapshot, false);
    }

    /** Returns whether nothing waits. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
