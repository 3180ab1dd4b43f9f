package dev.okx4j.client.model;

/** Which way an order trades. The constants are spelled as on the wire. */
public enum Side {
    buy,
    sell,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
