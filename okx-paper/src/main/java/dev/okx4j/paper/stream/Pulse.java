package dev.okx4j.paper.stream;

import dev.okx4j.client.seam.Waits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one daemon thread that lets a hub's time pass, while it has a connection. */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofMillis(50);

    private final Hub hub;
    private final Waits waits;
    private @Nullable Thread running;
    private boolean closed;

    Pulse(Hub hub, Waits waits) {
        this.hub = hub;
        this.waits = waits;
    }

    /** Starts the thread unless it runs. */
    synchronized void start() {
        if (closed || running != null) {
            return;
        }
        Thread thread = new Thread(this::run, "okx-paper-streams");
        thread.setDaemon(true);
        running = thread;
        thread.start();
    }

    private void run() {
        try {
            do {
                waits.sleep(BEAT);
                beat();
            } while (!isOver());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            hub.tick();
        } catch (RuntimeException e) {
            LOG.warn("The streams of the paper exchange missed a beat", e);
        }
    }

    private synchronized boolean isOver() {
        if (closed || hub.isIdle()) {
            running = null;
            return true;
        }
        return false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) {
            running.interrupt();
        }
    }
}
