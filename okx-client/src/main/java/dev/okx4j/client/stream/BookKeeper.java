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
    /** Changes come behind the snapshot; only those of an earlier subscription may still come before it. */
    private static final long CHANGES_ALONE = Duration.ofSeconds(2).toNanos();

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
    /** Whether any standing has been told. */
    private boolean heardOf;

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
                    take(read(reader, row));
                }
            }

            @Override
            public void standing(Standing standing) {
                stand(standing);
            }
        });
    }

    private static <E> @Nullable BookChange read(Function<E, BookChange> reader, E row) {
        try {
            return reader.apply(row);
        } catch (RuntimeException e) {
            return null; // a row without what a book must have
        }
    }

    private void take(@Nullable BookChange change) {
        String broken = null;
        synchronized (this) {
            if (standing == Standing.State.ENDED) {
                return;
            }
            Step step = change == null ? book.breakOff() : book.apply(change);
            long now = clock.nanos();
            if (step.isBroken()) {
                broken = change == null ? "A push cannot be read" : words(step);
                why = broken;
            } else if (step == Step.SNAPSHOT) {
                renewing.set(false);
            } else if (step == Step.HELD && standing == Standing.State.LIVE && now - shown.since > CHANGES_ALONE) {
                broken = words(Step.OVERFLOW);
            }
            show(now, shown.since);
        }
        changed.run();
        if (broken != null) {
            renew(broken);
        }
    }

    private void stand(Standing now) {
        boolean late;
        synchronized (this) {
            if (standing == Standing.State.ENDED) {
                return;
            }
            standing = now.state();
            // Somebody else subscribed before: the snapshot has come and gone.
            late = !heardOf && standing == Standing.State.LIVE;
            heardOf = true;
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
        if (late) {
            renew("A snapshot is needed");
        }
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
