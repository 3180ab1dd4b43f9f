package dev.okx4j.client.stream;

import dev.okx4j.client.market.BookLevel;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.book.Book;
import dev.okx4j.client.stream.book.BookChange;
import dev.okx4j.client.stream.book.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps a book from what the connection says, and shows after each word what can be believed: one reference, replaced as a whole. */
final class BookKeeper {
    /** OKX confirms a book that stands still every 60 seconds. */
    private static final long SILENCE = Duration.ofSeconds(75).toNanos();
    /** OKX sends the snapshot right after it acknowledges a subscription. */
    private static final long NO_SNAPSHOT = Duration.ofSeconds(10).toNanos();

    private static final String CLOSED = "Closed";

    /** What readers see. */
    private record Shown(
            List<BookLevel> bids,
            List<BookLevel> asks,
            @Nullable BookChange last,
            Standing.State standing,
            boolean live,
            String reason,
            long heard,
            long since,
            long version) {}

    private final Book book;
    private final Clock clock;
    private final Runnable changed;
    private final Consumer<String> source;
    private final AtomicLong renewals = new AtomicLong();
    /** Whether the book has been asked for anew, and no answer has come. */
    private final AtomicBoolean renewing = new AtomicBoolean();

    private volatile Shown shown;
    private Standing.State standing = Standing.State.WAITING;
    private String why = "Not subscribed yet";

    BookKeeper(Book book, Clock clock, Runnable changed, Consumer<String> source) {
        this.book = book;
        this.clock = clock;
        this.changed = changed;
        this.source = source;
        long now = clock.nanos();
        this.shown = new Shown(book.bids(), book.asks(), null, standing, false, why, now, now, 0);
    }

    /** Subscribes to a channel whose pushes are books. */
    <E> Subscription<E> tap(Source connections, Topic<E> topic, Function<E, BookChange> reader) {
        return connections.tap(topic, new Tap<>() {
            @Override
            public void update(Update<E> update) {
                for (E row : update.rows()) {
                    take(reader.apply(row));
                }
            }

            @Override
            public void standing(Standing standing) {
                stand(standing);
            }
        });
    }

    private void take(BookChange change) {
        String broken = null;
        synchronized (this) {
            if (standing == Standing.State.ENDED) {
                return;
            }
            Step step = book.apply(change);
            if (step.isBroken()) {
                broken = words(step);
                why = broken;
            } else if (step == Step.SNAPSHOT) {
                renewing.set(false);
            }
            show(clock.nanos(), shown.since);
        }
        changed.run();
        String reason = broken == null ? overdue() : broken;
        if (reason != null) {
            renew(reason);
        }
    }

    private void stand(Standing now) {
        synchronized (this) {
            if (standing == Standing.State.ENDED) {
                return;
            }
            standing = now.state();
            book.suspend();
            if (standing == Standing.State.LIVE) {
                renewing.set(false);
                why = "Waiting for the snapshot";
            } else {
                why = now.reason();
            }
            show(shown.heard, clock.nanos());
        }
        changed.run();
    }

    void close() {
        synchronized (this) {
            standing = Standing.State.ENDED;
            why = CLOSED;
            show(shown.heard, clock.nanos());
        }
        changed.run();
    }

    private void show(long heard, long since) {
        boolean live = standing == Standing.State.LIVE && book.isCurrent();
        shown = new Shown(
                book.bids(),
                book.asks(),
                book.last(),
                standing,
                live,
                live ? "" : why,
                heard,
                since,
                shown.version + 1);
    }

    private static String words(Step step) {
        return switch (step) {
            case GAP -> "A push is missing";
            case CHECKSUM -> "The checksum is wrong";
            case CROSSED -> "Bids and asks overlap";
            default -> "No snapshot came";
        };
    }

    /** Returns why the book should be asked for anew although nothing said so: it is silent, or its snapshot does not come; null otherwise. */
    @Nullable
    String overdue() {
        Shown now = shown;
        long nanos = clock.nanos();
        if (now.live) {
            return nanos - now.heard > SILENCE ? "Nothing has come for 75 seconds" : null;
        }
        boolean awaited = now.standing == Standing.State.LIVE && nanos - now.since > NO_SNAPSHOT;
        return awaited ? "No snapshot came" : null;
    }

    /** Asks for the book anew, unless that is under way. Holds no lock: the connection has locks of its own. */
    void renew(String reason) {
        if (renewing.compareAndSet(false, true)) {
            renewals.incrementAndGet();
            source.accept(reason);
        }
    }

    long renewals() {
        return renewals.get();
    }

    BookView view() {
        Shown now = shown;
        long age = Math.max(0, clock.nanos() - now.heard);
        boolean silent = now.live && age > SILENCE;
        BookChange last = now.last;
        return new BookView(
                now.bids,
                now.asks,
                last == null ? null : last.seqId(),
                last == null ? null : last.ts(),
                !now.live || silent,
                silent ? "Nothing has come for 75 seconds" : now.reason,
                Duration.ofNanos(age),
                now.version);
    }
}
