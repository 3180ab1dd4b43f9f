package dev.okx4j.client.stream.event;

/** How far an order of a grid bot has come. The constants are spelled as on the wire. */
public enum GridOrderState {
    live,
    partially_filled,
    filled,
    canceled,
    cancelling,
    /** A value that OKX has added since. */
    UNKNOWN
}
