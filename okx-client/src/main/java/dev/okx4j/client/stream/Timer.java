package dev.okx4j.client.stream;

import java.time.Duration;

/** Calls back again and again: the one timer thread of the streams, or a test. */
@FunctionalInterface
interface Timer {
    /**
     * Calls a task about as often as said, one call at a time, until the result is closed. The task must not block: others share
     * the thread.
     */
    Ticking every(Duration period, Runnable task);

    /** What ends the calls; one that is under way may still come to its end. */
    interface Ticking extends AutoCloseable {
        @Override
        void close();
    }
}
