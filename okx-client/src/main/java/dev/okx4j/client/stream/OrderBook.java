package dev.okx4j.client.stream;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.book.Book;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One instrument's order book, kept up to date as long as this is open, and never shown as current when it may not be.
 *
 * <p>Each push must follow on the one before it, by OKX's sequence numbers; one that does not, a wrong checksum, or bids that meet asks make
 * the book stale at once, and it is asked for anew. Reading never waits for the pushes, nor they for readers: a view is immutable. Safe
 * for use by several threads.
 */
public final class OrderBook implements AutoCloseable {
    private final Topic<?> topic;
    private final Clock clock;
    private final Signals signals;
    private final BookKeeper keeper;
    private final Subscription<?> subscription;

    /**
     * Subscribes and begins to keep the book.
     *
     * @param listeners runs listeners, which may block
     * @param preOpen whether the instrument is not open for trading yet, when bids may meet asks; asked on the connection's thread, and
     *     must not wait
     */
    OrderBook(Source source, String instId, Depth depth, Clock clock, Executor listeners, BooleanSupplier preOpen) {
        this.clock = clock;
        this.signals = new Signals(listeners);
        this.topic = depth.topic(instId);
        this.keeper = new BookKeeper(
                new Book(depth.levels(), preOpen), clock, signals::signal, reason -> source.renew(topic, reason));
        this.subscription = depth.tap(keeper, source, instId);
    }

    /** Returns what is subscribed to. */
    public Topic<?> topic() {
        return topic;
    }

    /** Returns the book of this moment, without waiting. */
    public BookView now() {
        String overdue = keeper.overdue();
        if (overdue != null) {
            keeper.renew(overdue);
        }
        return keeper.view();
    }

    /**
     * Returns the book as soon as it is another one than a version of it that has been seen, or the time is over. What changed in between is
     * left out: the newest counts.
     *
     * @param version {@link BookView#version} of what has been seen; 0 to wait for the first word
     * @throws InterruptedException if this thread is interrupted
     */
    public BookView await(long version, Duration atMost) throws InterruptedException {
        long end = clock.nanos() + atMost.toNanos();
        BookView view = now();
        for (long left = atMost.toNanos(); view.version() <= version && left > 0; left = end - clock.nanos()) {
            var next = signals.next();
            view = now();
            if (view.version() <= version) {
                Signals.await(next, left, TimeUnit.NANOSECONDS);
                view = now();
            }
        }
        return view;
    }

    /**
     * Begins to tell a listener of the newest book after each change, one call at a time on a thread of its own. A slow listener misses
     * books, never the newest; one that throws is told of the next, a hundred times in a row.
     *
     * @return what ends it, when it is run
     */
    public Runnable onChange(Consumer<BookView> listener) {
        return signals.listen(() -> listener.accept(now()));
    }

    /** Returns how often this book was broken or silent and has been asked for anew. */
    public long resyncs() {
        return keeper.renewals();
    }

    /** Ends the subscription; views are stale from now on. */
    @Override
    public void close() {
        subscription.close();
        keeper.close();
    }
}
