package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.BookView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The best levels of a book, whole in every push. */
final class TopTopic extends Topic {
    private final String instId;
    private final int depth;
    private final String head;
    private final String tail;
    private @Nullable BookView last;
    private long seqId;

    /**
     * Makes a channel.
     *
     * @param named whether the rows name the instrument
     */
    TopTopic(String instId, int depth, Arg arg, Duration distance, boolean named) {
        super(distance, Duration.ofSeconds(60));
        this.instId = instId;
        this.depth = depth;
        this.head = "{\"arg\":" + arg.json() + ",\"data\":[{\"asks\":";
        this.tail = named ? ",\"instId\":\"" + instId + "\",\"ts\":\"" : ",\"ts\":\"";
    }

    @Override
    boolean concerns(String instId) {
        return this.instId.equals(instId);
    }

    @Override
    void welcome(Connection newcomer, Moment now) {
        if (isFirst()) {
            last = now.venue().book(instId, depth);
            seqId = now.revision();
        }
        if (last != null) {
            newcomer.push(frame(last));
        }
    }

    @Override
    boolean publish(Moment now, boolean heartbeat) {
        BookView book = now.venue().book(instId, depth);
        boolean same = Objects.equals(levels(book), levels(last));
        if (book == null || (same && !heartbeat)) {
            last = book;
            return false;
        }
        last = book;
        seqId = same ? seqId : now.revision();
        toAll(frame(book));
        return true;
    }

    private static @Nullable List<List<BookView.Row>> levels(@Nullable BookView book) {
        return book == null ? null : List.of(book.bids(), book.asks());
    }

    private Frame frame(BookView book) {
        StringBuilder out = new StringBuilder(256).append(head);
        BookSide.write(out, book.asks());
        out.append(",\"bids\":");
        BookSide.write(out, book.bids());
        return Frame.latest(
                this,
                out.append(tail)
                        .append(book.ts().toEpochMilli())
                        .append("\",\"seqId\":")
                        .append(seqId)
                        .append("}]}")
                        .toString());
    }
}
