package dev.okx4j.client.model;

/** How a position is margined. The constants are spelled as on the wire. */
public enum MgnMode {
    cross,
    isolated,
    cash,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
