package dev.okx4j.client.model;

/** How an order is margined. The constants are spelled as on the wire. */
public enum TdMode {
    cash,
    cross,
    isolated,
    spot_isolated,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
