package dev.okx4j.client.model;

/** A kind of instrument. The constants are spelled as on the wire. */
public enum InstType {
    SPOT,
    MARGIN,
    SWAP,
    FUTURES,
    OPTION,
    EVENTS,
    ANY,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
