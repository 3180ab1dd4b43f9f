package dev.okx4j.client.stream.event;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.market.BookLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of an order book, or a change of one.
 *
 * @param snapshot whether it is a snapshot
 * @param asks the levels of the sell side; size 0 takes one away
 * @param bids the levels of the buy side
 * @param ts when the book looked like this
 * @param checksum the checksum of the 25 best levels; 0 or null where OKX gives none
 * @param seqId the sequence number of this state of the book
 * @param prevSeqId that of the state before; -1 for a snapshot
 */
public record BookFrame(
        @Nullable Boolean snapshot,
        List<BookLevel> asks,
        List<BookLevel> bids,
        Instant ts,
        @Nullable Integer checksum,
        @Nullable Long seqId,
        @Nullable Long prevSeqId) {
    /** Returns what a push of an incremental book says. */
    public static BookFrame parse(String frame) {
        Map<?, ?> tree = (Map<?, ?>) Json.parse(frame);
        BookFrame row = Json.fromTree(((List<?>) tree.get("data")).get(0), BookFrame.class);
        return new BookFrame(
                "snapshot".equals(tree.get("action")), row.asks, row.bids, row.ts, row.checksum, row.seqId, row.prevSeqId);
    }
}
