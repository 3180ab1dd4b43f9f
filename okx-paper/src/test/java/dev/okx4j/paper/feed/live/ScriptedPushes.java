package dev.okx4j.paper.feed.live;

import dev.okx4j.client.market.BookLevel;
import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.stream.StreamListener;
import dev.okx4j.client.stream.Subscription;
import dev.okx4j.client.stream.Topic;
import dev.okx4j.client.stream.Update;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Streams that say what the test says; nothing, to begin with. */
@NullUnmarked
final class ScriptedPushes implements Pushes {
    private final Map<Topic<?>, Scripted<?>> topics = new LinkedHashMap<>();
    private BookView book = view("1", "1", "2", "1", 0, "not connected");
    private int open;

    /** One topic that is listened to. */
    private final class Scripted<E> implements Subscription<E> {
        private final Topic<E> topic;
        private final StreamListener<E> listener;
        private Standing standing = word(Standing.State.WAITING, false);

        Scripted(Topic<E> topic, StreamListener<E> listener) {
            this.topic = topic;
            this.listener = listener;
            open++;
        }

        void say(Standing word) {
            standing = word;
            listener.onStanding(word);
        }

        void push(List<E> rows) {
            listener.onUpdate(new Update<>(topic, rows, false, false));
        }

        @Override
        public Topic<E> topic() {
            return topic;
        }

        @Override
        public Standing standing() {
            return standing;
        }

        @Override
        public void close() {
            open--;
        }
    }

    @Override
    public <E> Subscription<E> listen(Topic<E> topic, StreamListener<E> listener) {
        Scripted<E> scripted = new Scripted<>(topic, listener);
        topics.put(topic, scripted);
        return scripted;
    }

    @Override
    public KeptBook book(String instId) {
        open++;
        return new KeptBook() {
            @Override
            public BookView now() {
                return book;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    /** Returns how much is being listened to. */
    int open() {
        return open;
    }

    @SuppressWarnings("unchecked")
    @SafeVarargs
    final <E> void push(Topic<E> topic, E... rows) {
        ((Scripted<E>) topics.get(topic)).push(List.of(rows));
    }

    /** Gives every topic and the book the same standing. */
    void all(Standing.State state, boolean gap) {
        topics.values().forEach(topic -> topic.say(word(state, gap)));
    }

    void one(Topic<?> topic, Standing.State state) {
        topics.get(topic).say(word(state, false));
    }

    void book(String bid, String bidSz, String ask, String askSz, long ts) {
        book = view(bid, bidSz, ask, askSz, ts, "");
    }

    void bookBreaks(String reason) {
        book = new BookView(book.bids(), book.asks(), 1L, book.ts(), true, reason, Duration.ZERO, 1);
    }

    private static BookView view(String bid, String bidSz, String ask, String askSz, long ts, String reason) {
        return new BookView(
                List.of(level(bid, bidSz), level("99", "7")),
                List.of(level(ask, askSz)),
                1L,
                Instant.ofEpochMilli(ts),
                !reason.isEmpty(),
                reason,
                Duration.ZERO,
                1);
    }

    private static BookLevel level(String px, String sz) {
        return new BookLevel(new BigDecimal(px), new BigDecimal(sz), "0", 2);
    }

    private static Standing word(Standing.State state, boolean gap) {
        return new Standing(state, gap, "the script says so", Instant.EPOCH, null);
    }
}
