package dev.okx4j.paper.engine;

import java.math.BigDecimal;

/** An order in a book, with what it has still open. */
final class Resting {

    private final long id;
    private final String owner;
    private final Side side;
    private final BigDecimal px;
    private final long arrived;
    private BigDecimal open;

    Resting(long id, String owner, Side side, BigDecimal px, BigDecimal open, long arrived) {
        this.id = id;
        this.owner = owner;
        this.side = side;
        this.px = px;
        this.open = open;
        this.arrived = arrived;
    }

    /** Returns what grows with each order that comes to rest. */
    long arrived() {
        return arrived;
    }

    long id() {
        return id;
    }

    String owner() {
        return owner;
    }

    Side side() {
        return side;
    }

    BigDecimal px() {
        return px;
    }

    BigDecimal open() {
        return open;
    }

    void shrinkTo(BigDecimal left) {
        open = left;
    }
}
