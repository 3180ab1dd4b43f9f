package dev.okx4j.client.model;

/** How far an order has come. The constants are spelled as on the wire. */
public enum OrderState {
    live,
    partially_filled,
    filled,
    canceled,
    mmp_canceled,
    /** A value that OKX has added since; never sent. */
    UNKNOWN;

    /** Returns whether the order is over: it can neither fill nor be cancelled any more. */
    public boolean isTerminal() {
        return this == filled || this == canceled || this == mmp_canceled;
    }
}
