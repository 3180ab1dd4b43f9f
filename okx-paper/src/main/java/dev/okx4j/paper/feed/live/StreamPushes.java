package dev.okx4j.paper.feed.live;

import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.client.stream.StreamListener;
import dev.okx4j.client.stream.Streams;
import dev.okx4j.client.stream.Subscription;
import dev.okx4j.client.stream.Topic;

/** OKX's streams. */
final class StreamPushes implements Pushes {
    private final Streams streams;

    StreamPushes(Streams streams) {
        this.streams = streams;
    }

    @Override
    public <E> Subscription<E> listen(Topic<E> topic, StreamListener<E> listener) {
        return streams.subscribe(topic, listener);
    }

    @Override
    public KeptBook book(String instId) {
        OrderBook book = streams.book(instId);
        return new KeptBook() {
            @Override
            public BookView now() {
                return book.now();
            }

            @Override
            public void close() {
                book.close();
            }
        };
    }
}
