package dev.okx4j.client.stream;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that lets time pass on all connections of a client, ten times a second once there are any. */
final class Pulse implements Timer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long MILLIS = 100;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "okx4j-stream-timer");
        made.setDaemon(true);
        return made;
    });

    private boolean started;

    /** Starts it unless it runs. */
    synchronized void start(Runnable tick) {
        if (!started) {
            started = true;
            thread.scheduleWithFixedDelay(() -> once(tick), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public Ticking every(Duration period, Runnable task) {
        ScheduledFuture<?> calls = thread.scheduleWithFixedDelay(
                () -> once(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return () -> calls.cancel(false);
    }

    private static void once(Runnable tick) {
        try {
            tick.run();
        } catch (RuntimeException e) {
            LOG.error("A tick of the streams failed; the next one follows", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
