package dev.okx4j.testing.streams;

import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.client.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The books of many instruments as readers are shown them; each that was shown as current is judged by the truth. */
final class WatchedBooks implements AutoCloseable {
    private record Shown(String instId, BookView view) {}

    private final Map<String, OrderBook> books = new ConcurrentHashMap<>();
    private final List<Runnable> ends = new ArrayList<>();
    private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
    private final List<String> wrong = new ArrayList<>();
    private final AtomicLong judged = new AtomicLong();
    private final AtomicInteger broken = new AtomicInteger();
    private final BookTruth truth;

    WatchedBooks(Streams streams, List<String> instIds, BookTruth truth) {
        this.truth = truth;
        for (String instId : instIds) {
            OrderBook book = streams.book(instId);
            books.put(instId, book);
            AtomicBoolean current = new AtomicBoolean();
            ends.add(book.onChange(view -> {
                if (view.stale()) {
                    broken.addAndGet(current.getAndSet(false) ? 1 : 0);
                } else {
                    current.set(true);
                    shown.add(new Shown(instId, view));
                }
            }));
        }
    }

    /** Judges what the truth has come to; returns whether all was. */
    synchronized boolean judge() {
        List<Shown> later = new ArrayList<>();
        for (Shown one = shown.poll(); one != null; one = shown.poll()) {
            Long seqId = one.view().seqId();
            switch (truth.judge(one.instId(), seqId == null ? -1 : seqId, BookText.of(one.view()))) {
                case TRUE -> judged.incrementAndGet();
                case OPEN -> later.add(one);
                case FALSE -> {
                    judged.incrementAndGet();
                    if (wrong.size() < 5) {
                        wrong.add(one.instId() + " never was so at " + seqId + ": " + one.view());
                    }
                }
            }
        }
        shown.addAll(later);
        return later.isEmpty();
    }

    /** Returns the instruments whose book is not current, or not the one that REST shows. */
    List<String> notThere(StreamWorld world) {
        return books.entrySet().stream()
                .filter(book -> !world.isBookOf(book.getKey(), book.getValue().now()))
                .map(Map.Entry::getKey)
                .toList();
    }

    OrderBook book(String instId) {
        return Objects.requireNonNull(books.get(instId));
    }

    /** Returns how often a reader was shown a stale book after a current one. */
    int broken() {
        return broken.get();
    }

    boolean areFresh() {
        return books.values().stream().noneMatch(book -> book.now().stale());
    }

    /** Returns whether each book is current and as new as the newest that the exchange has. */
    boolean areNewest() {
        return books.entrySet().stream().allMatch(book -> {
            BookView view = book.getValue().now();
            return !view.stale() && view.seqId() != null && view.seqId() >= truth.newest(book.getKey());
        });
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    long judged() {
        return judged.get();
    }

    long resyncs() {
        return books.values().stream().mapToLong(OrderBook::resyncs).sum();
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
        books.values().forEach(OrderBook::close);
    }
}
