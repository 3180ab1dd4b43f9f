package dev.okx4j.testing.streams;

import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.client.stream.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Many books, and how often readers were told of a change. */
final class WatchedFreshness implements AutoCloseable {
    private final AtomicLong changes = new AtomicLong();
    private final Map<String, OrderBook> books = new LinkedHashMap<>();

    WatchedFreshness(Streams streams, List<String> instIds) {
        instIds.forEach(instId -> books.put(instId, streams.book(instId)));
        books.values().forEach(book -> book.onChange(view -> changes.incrementAndGet()));
    }

    boolean areFresh() {
        return books.values().stream().noneMatch(book -> book.now().stale());
    }

    /** Returns whether each book is current and as new as the newest that the exchange has. */
    boolean areNewest(BookTruth truth) {
        return books.entrySet().stream().allMatch(book -> {
            BookView view = book.getValue().now();
            return !view.stale() && view.seqId() != null && view.seqId() >= truth.newest(book.getKey());
        });
    }

    long changes() {
        return changes.get();
    }

    @Override
    public void close() {
        books.values().forEach(OrderBook::close);
    }
}
