package dev.okx4j.client.stream;

import dev.okx4j.client.market.BookLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order book as it was at one moment, and how far it can be believed.
 *
 * <p>It is always a book that the exchange had at its sequence number. Whether the exchange has it still is what {@link #stale}
 * says: a stale view is the last good one, or an empty one if there was none.
 *
 * @param bids the buy side, best price first; immutable
 * @param asks the sell side, best price first; immutable
 * @param seqId OKX's number of this state of the book; null when nothing has come yet, or OKX sent none
 * @param ts when the book was like this, by OKX's clock; null when nothing has come yet
 * @param stale whether it may differ from the exchange's
 * @param reason why it is stale, in words of this project; empty when it is not
 * @param age how long ago OKX last said anything of this book, by a monotonic clock; before the first word, since it was opened
 * @param version grows with each change of what this says: a cursor for {@link OrderBook#await}
 */
public record BookView(
        List<BookLevel> bids,
        List<BookLevel> asks,
        @Nullable Long seqId,
        @Nullable Instant ts,
        boolean stale,
        String reason,
        Duration age,
        long version) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Returns the highest buying price; null when there is none. */
    public @Nullable BookLevel bestBid() {
        return bids.isEmpty() ? null : bids.get(0);
    }

    /** Returns the lowest selling price; null when there is none. */
    public @Nullable BookLevel bestAsk() {
        return asks.isEmpty() ? null : asks.get(0);
    }

    /** Returns the exact middle between the best bid and the best ask; null unless there are both. */
    public @Nullable BigDecimal mid() {
        BookLevel bid = bestBid();
        BookLevel ask = bestAsk();
        return bid == null || ask == null ? null : bid.px().add(ask.px()).multiply(HALF);
    }

    /** Returns the same view with at most so many prices of each side. */
    public BookView depth(int levels) {
        return new BookView(
                bids.subList(0, Math.min(levels, bids.size())),
                asks.subList(0, Math.min(levels, asks.size())),
                seqId,
                ts,
                stale,
                reason,
                age,
                version);
    }
}
