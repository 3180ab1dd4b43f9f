package dev.okx4j.client.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic whose updates are taken, and not told: a bounded queue.
 *
 * @param <E> a row of the channel
 */
public interface Updates<E> extends Subscription<E> {
    /**
     * Returns the next update; null when none came in time, or the subscription has ended.
     *
     * <p>Look at {@link #standing()} after each call: it is that of the updates that have been taken, so that a gap shows between the update
     * before it and the one after.
     *
     * @throws InterruptedException if this thread is interrupted
     */
    @Nullable
    Update<E> next(Duration atMost) throws InterruptedException;
}
