package dev.okx4j.client.stream.event;

import dev.okx4j.client.market.BookLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best levels of an order book at one moment: one of each side, or up to five.
 *
 * @param asks the sell side, best price first
 * @param bids the buy side, best price first
 * @param ts when the book looked like this
 * @param seqId the sequence number of this state of the book
 */
public record BookTop(
        List<BookLevel> asks,
        List<BookLevel> bids,
        Instant ts,
        @Nullable Long seqId) {}
