package dev.okx4j.client.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best levels of an order book at one moment.
 *
 * @param asks the sell side, best price first
 * @param bids the buy side, best price first
 * @param ts when the book looked like this
 * @param seqId the sequence number of this state of the book
 */
public record OrderBook(
        List<BookLevel> asks,
        List<BookLevel> bids,
        Instant ts,
        @Nullable Long seqId) {}
