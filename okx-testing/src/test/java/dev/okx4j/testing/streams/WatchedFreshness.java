package dev.okx4j.testing.streams;

import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.client.stream.Streams;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many books, and how often readers were told of a change. */
final class WatchedFreshness implements AutoCloseable {
    private final AtomicLong changes = new AtomicLong();
    private final List<OrderBook> books;

    WatchedFreshness(Streams streams, List<String> instIds) {
        books = instIds.stream().map(instId -> streams.book(instId)).toList();
        books.forEach(book -> book.onChange(view -> changes.incrementAndGet()));
    }

    boolean areFresh() {
        return books.stream().noneMatch(book -> book.now().stale());
    }

    long changes() {
        return changes.get();
    }

    @Override
    public void close() {
        books.forEach(OrderBook::close);
    }
}
