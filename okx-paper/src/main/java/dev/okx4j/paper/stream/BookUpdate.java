package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.BookView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a book from one sequence number to another; two that follow each other make one. */
final class BookUpdate implements Frame {
    private final Object slot;
    private final String head;
    private final List<BookView.Row> bids;
    private final List<BookView.Row> asks;
    private final Instant ts;
    private final long prevSeqId;
    private final long seqId;
    private @Nullable String text;

    BookUpdate(
            Object slot,
            String head,
            List<BookView.Row> bids,
            List<BookView.Row> asks,
            Instant ts,
            long prevSeqId,
            long seqId) {
        this.slot = slot;
        this.head = head;
        this.bids = bids;
        this.asks = asks;
        this.ts = ts;
        this.prevSeqId = prevSeqId;
        this.seqId = seqId;
    }

    @Override
    public Object slot() {
        return slot;
    }

    @Override
    public Frame followedBy(Frame later) {
        BookUpdate next = (BookUpdate) later;
        return new BookUpdate(
                slot,
                head,
                BookSide.followed(bids, next.bids),
                BookSide.followed(asks, next.asks),
                next.ts,
                prevSeqId,
                next.seqId);
    }

    /** Returns the text, which is written once for all who follow the book. */
    @Override
    public synchronized String text() {
        String written = text;
        if (written == null) {
            written = write(head, "update", bids, asks, ts, prevSeqId, seqId);
            text = written;
        }
        return written;
    }

    /** Returns the text of a whole book, or of a change of it; the checksum is dead on OKX, and always 0. */
    static String write(
            String head,
            String action,
            List<BookView.Row> bids,
            List<BookView.Row> asks,
            Instant ts,
            long prevSeqId,
            long seqId) {
        StringBuilder out = new StringBuilder(256 + 48 * (bids.size() + asks.size()));
        out.append(head).append("\"action\":\"").append(action).append("\",\"data\":[{\"asks\":");
        BookSide.write(out, asks);
        out.append(",\"bids\":");
        BookSide.write(out, bids);
        return out.append(",\"ts\":\"")
                .append(ts.toEpochMilli())
                .append("\",\"checksum\":0,\"seqId\":")
                .append(seqId)
                .append(",\"prevSeqId\":")
                .append(prevSeqId)
                .append("}]}")
                .toString();
    }
}
