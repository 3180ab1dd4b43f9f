package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best levels of the order book of a spread at one moment: one of each side, or up to five.
 *
 * @param asks the sell side, best price first
 * @param bids the buy side, best price first
 * @param ts when the book looked like this
 * @param seqId the sequence number of this state of the book
 */
public record SpreadBook(
        List<Level> asks,
        List<Level> bids,
        Instant ts,
        @Nullable Long seqId) {

    /**
     * One price of the book.
     *
     * @param px the price
     * @param sz the size there
     * @param orders how many orders are there
     */
    public record Level(
            BigDecimal px, BigDecimal sz, @Nullable Integer orders) {}
}
