package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An instrument's order book, best prices first: modelled depth and the account's own orders together.
 *
 * @param ts market time of the last price that the modelled depth stands around
 */
public record BookView(String instId, List<Row> bids, List<Row> asks, Instant ts) {

    /**
     * One price of a book with the size and the number of orders there.
     *
     * @param sz contracts or base currency
     * @param orders number of orders; each modelled level counts as one
     */
    public record Row(BigDecimal px, BigDecimal sz, int orders) {}
}
