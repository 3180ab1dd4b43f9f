package dev.okx4j.client.model;

/** Which price sets off a trigger. The constants are spelled as on the wire. */
public enum PxType {
    last,
    index,
    mark,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
