package dev.okx4j.paper.engine;

/** The side of an order. */
public enum Side {
    BUY,
    SELL;

    /** Returns OKX's word for it. */
    public String wire() {
        return this == BUY ? "buy" : "sell";
    }

    /** Returns the other side. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
