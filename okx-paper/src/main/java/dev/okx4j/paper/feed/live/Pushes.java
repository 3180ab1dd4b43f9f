package dev.okx4j.paper.feed.live;

import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.StreamListener;
import dev.okx4j.client.stream.Subscription;
import dev.okx4j.client.stream.Topic;

/** Where OKX's pushes come from: its streams, or a test. */
interface Pushes {
    /** Begins to listen to a topic. */
    <E> Subscription<E> listen(Topic<E> topic, StreamListener<E> listener);

    /** Begins to keep the book of an instrument. */
    KeptBook book(String instId);

    /** A book that is kept up to date. */
    interface KeptBook extends AutoCloseable {
        /** Returns the book of this moment, and whether it can be believed. */
        BookView now();

        @Override
        void close();
    }
}
