package dev.okx4j.client.model;

/** A call (C) or a put (P). The constants are spelled as on the wire. */
public enum OptType {
    C,
    P,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
