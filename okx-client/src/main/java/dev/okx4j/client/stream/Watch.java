package dev.okx4j.client.stream;

import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest rows of a topic, for readers who look now and then: each remembers a cursor and gets what is new since.
 *
 * <p>Any number of readers may use one watch, each with a cursor of its own. It holds 5,000 rows. This class is thread-safe.
 *
 * @param <E> a row of the channel
 */
public final class Watch<E> implements AutoCloseable {
    /** How many rows are held. */
    static final int MOST = 5_000;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Object, Kept<E>> rows = new LinkedHashMap<>();
    private final Subscription<E> subscription;
    private Standing standing;
    private long cursor;
    /** A reader whose cursor is lower than this has missed something. */
    private long complete;

    private record Kept<E>(E row, long cursor) {}

    Watch(Topic<E> topic, Source source, Clock clock) {
        this.clock = clock;
        this.standing = new Standing(Standing.State.WAITING, false, "not acknowledged yet", clock.now(), null);
        this.subscription = source.tap(topic, new Tap<>() {
            @Override
            public void update(Update<E> update) {
                Watch.this.update(update);
            }

            @Override
            public void standing(Standing told) {
                Watch.this.told(told);
            }
        });
    }

    private void update(Update<E> update) {
        lock.lock();
        try {
            for (E row : update.rows()) {
                Object key = update.topic().channel().key().apply(row);
                rows.remove(key); // it goes to the end, where the newest are
                rows.put(key, new Kept<>(row, ++cursor));
                if (rows.size() > MOST) {
                    Iterator<Kept<E>> oldest = rows.values().iterator();
                    complete = Math.max(complete, oldest.next().cursor());
                    oldest.remove();
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void told(Standing told) {
        lock.lock();
        try {
            standing = told;
            cursor++;
            if (told.gap()) {
                complete = cursor;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns what is watched. */
    public Topic<E> topic() {
        return subscription.topic();
    }

    /**
     * Returns at once what is new.
     *
     * @param from the cursor of the window before; 0 for all rows that are held
     */
    public Window<E> since(long from) {
        lock.lock();
        try {
            return window(from);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns what is new as soon as anything is, a change of standing included, or the time is over.
     *
     * @param from the cursor of the window before
     * @throws InterruptedException if this thread is interrupted
     */
    public Window<E> await(long from, Duration atMost) throws InterruptedException {
        long end = clock.nanos() + atMost.toNanos();
        lock.lockInterruptibly();
        try {
            for (long left = atMost.toNanos(); cursor <= from && left > 0; left = end - clock.nanos()) {
                if (!changed.await(left, TimeUnit.NANOSECONDS)) {
                    break;
                }
            }
            return window(from);
        } finally {
            lock.unlock();
        }
    }

    private Window<E> window(long from) {
        List<E> news = new ArrayList<>();
        for (Kept<E> held : rows.values()) {
            if (held.cursor() > from) {
                news.add(held.row());
            }
        }
        return new Window<>(Collections.unmodifiableList(news), cursor, from > 0 && from < complete, standing);
    }

    /** Ends the subscription; what is held stays readable. */
    @Override
    public void close() {
        subscription.close();
        told(new Standing(Standing.State.ENDED, false, "closed", clock.now(), null));
    }
}
