package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An instrument's order book, best prices first: modelled depth and the account's own orders together. */
public record BookView(String instId, List<Row> bids, List<Row> asks, Instant ts) {

    /** One price of a book with the size and the number of orders there. */
    public record Row(BigDecimal px, BigDecimal sz, int orders) {}
}
