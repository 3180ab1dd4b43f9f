package dev.okx4j.client.model;

/** How far an algo order has come. The constants are spelled as on the wire. */
public enum AlgoState {
    live,
    pause,
    partially_effective,
    effective,
    canceled,
    order_failed,
    partially_failed,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
