package dev.okx4j.paper.feed.live;

import dev.okx4j.client.seam.Waits;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that keeps a live market up to date, and tells how far market time has come. */
public final class LiveLoop implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLoop.class);

    private final LiveMarket market;
    private final Waits waits;
    private final Consumer<Instant> reached;
    private final Thread thread;
    private volatile boolean closed;
    private boolean resting;

    private LiveLoop(LiveMarket market, Waits waits, Consumer<Instant> reached) {
        this.market = market;
        this.waits = waits;
        this.reached = reached;
        this.thread = new Thread(this::run, "okx-paper-live");
    }

    /** Starts to keep a market up to date; the consumer moves market time. It owns the market from here on. */
    public static LiveLoop start(LiveMarket market, Waits waits, Consumer<Instant> reached) {
        LiveLoop loop = new LiveLoop(market, waits, reached);
        loop.thread.setDaemon(true);
        loop.thread.start();
        return loop;
    }

    private void run() {
        try {
            while (!closed) {
                round();
                rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Rests, so that closing wakes the thread up; only here is it ever interrupted, for that would break files. */
    private void rest() throws InterruptedException {
        synchronized (this) {
            if (closed) {
                return;
            }
            resting = true;
        }
        try {
            waits.sleep(market.pause());
        } finally {
            synchronized (this) {
                resting = false;
            }
        }
    }

    private void round() {
        try {
            reached.accept(market.poll());
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                LOG.error("The live market is not up to date", e);
            }
        }
    }

    /** Ends the thread, then the market. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            if (resting) {
                thread.interrupt();
            }
        }
        market.stopAsking();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        market.close();
    }
}
