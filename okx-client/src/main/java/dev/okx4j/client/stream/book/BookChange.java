package dev.okx4j.client.stream.book;

import dev.okx4j.client.market.BookLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One push of an order book's channel: a whole book, or what has changed since the push before it. Immutable. */
public final class BookChange {
    /** A sequence number that the push does not have. */
    static final long NONE = Long.MIN_VALUE;

    private final boolean snapshot;
    private final Level[] asks;
    private final Level[] bids;
    private final long seqId;
    private final long prevSeqId;
    private final int checksum;
    private final long ts;

    BookChange(boolean snapshot, Level[] asks, Level[] bids, long seqId, long prevSeqId, int checksum, long ts) {
        this.snapshot = snapshot;
        this.asks = asks;
        this.bids = bids;
        this.seqId = seqId;
        this.prevSeqId = prevSeqId;
        this.checksum = checksum;
        this.ts = ts;
    }

    /**
     * Returns the change that a push frame says, with one row in its {@code data}.
     *
     * @throws dev.okx4j.client.json.JsonException if it is not strict JSON or not a push of a book
     */
    public static BookChange parse(String frame) {
        return new ChangeReader(frame).frame();
    }

    /** Returns a whole book that has been read already. */
    public static BookChange whole(List<BookLevel> asks, List<BookLevel> bids, @Nullable Long seqId, Instant ts) {
        return new BookChange(
                true, levels(asks), levels(bids), seqId == null ? NONE : seqId, NONE, 0, ts.toEpochMilli());
    }

    private static Level[] levels(List<BookLevel> rows) {
        Level[] levels = new Level[rows.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Level.of(rows.get(i));
        }
        return levels;
    }

    /** Returns whether it is the whole book, and not a change of the one before. */
    public boolean snapshot() {
        return snapshot;
    }

    /** Returns the prices of the sell side; in a change those that have changed, with size 0 where nothing is left. */
    public List<BookLevel> asks() {
        return new LevelList(asks);
    }

    /** Returns the prices of the buy side; in a change those that have changed, with size 0 where nothing is left. */
    public List<BookLevel> bids() {
        return new LevelList(bids);
    }

    /** Returns the sequence number of the book after it; null if OKX sent none. */
    public @Nullable Long seqId() {
        return seqId == NONE ? null : (Long) seqId;
    }

    /** Returns the sequence number of the book before it, -1 for a whole book; null if OKX sent none. */
    public @Nullable Long prevSeqId() {
        return prevSeqId == NONE ? null : (Long) prevSeqId;
    }

    /** Returns the checksum of the book after it; 0 if OKX sent none, as it does today. */
    public int checksum() {
        return checksum;
    }

    /** Returns when the book was like this. */
    public Instant ts() {
        return Instant.ofEpochMilli(ts);
    }

    Level[] askLevels() {
        return asks;
    }

    Level[] bidLevels() {
        return bids;
    }

    long sequence() {
        return seqId;
    }

    long previous() {
        return prevSeqId;
    }

    long millis() {
        return ts;
    }

    /** Returns whether it says nothing but that the book stands still. */
    boolean isKeepAlive() {
        return !snapshot && asks.length == 0 && bids.length == 0 && seqId == prevSeqId;
    }

    @Override
    public String toString() {
        return (snapshot ? "snapshot " : "change ") + prevSeqId() + "→" + seqId() + ", " + asks.length + " asks, "
                + bids.length + " bids";
    }
}
