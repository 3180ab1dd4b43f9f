package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.BookView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The book of an instrument as a snapshot and then its changes.
 *
 * <p>The sequence number of a book is the number of the command that made it, the same as in REST and in every other channel,
 * so that it grows in leaps; after a reset it begins anew, which a client sees as a {@code seqId} below its {@code prevSeqId}.
 * A book that stands still is confirmed every minute.
 */
final class BookTopic extends Topic {
    private final String instId;
    private final int depth;
    private final String head;
    private List<BookView.Row> bids = List.of();
    private List<BookView.Row> asks = List.of();
    private Instant ts = Instant.EPOCH;
    private long seqId;

    BookTopic(String instId, int depth, Arg arg, Duration distance) {
        super(distance, Duration.ofSeconds(60));
        this.instId = instId;
        this.depth = depth;
        this.head = "{\"arg\":" + arg.json() + ",";
    }

    @Override
    boolean concerns(String instId) {
        return this.instId.equals(instId);
    }

    @Override
    void welcome(Connection newcomer, Moment now) {
        if (isFirst()) {
            read(now);
        }
        newcomer.push(Frame.of(BookUpdate.write(head, "snapshot", bids, asks, ts, -1, seqId)));
    }

    @Override
    boolean publish(Moment now, boolean heartbeat) {
        List<BookView.Row> bidsBefore = bids;
        List<BookView.Row> asksBefore = asks;
        long before = seqId;
        read(now);
        List<BookView.Row> bidChanges = BookSide.changes(bidsBefore, bids);
        List<BookView.Row> askChanges = BookSide.changes(asksBefore, asks);
        if (bidChanges.isEmpty() && askChanges.isEmpty()) {
            seqId = before;
            if (!heartbeat) {
                return false;
            }
        }
        toAll(new BookUpdate(this, head, bidChanges, askChanges, ts, before, seqId));
        return true;
    }

    private void read(Moment now) {
        BookView book = now.venue().book(instId, depth);
        bids = book == null ? List.of() : book.bids();
        asks = book == null ? List.of() : book.asks();
        ts = book == null ? now.venue().now() : book.ts();
        seqId = now.revision();
    }
}
