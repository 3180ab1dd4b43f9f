package dev.okx4j.client.stream.event;

/** How far a request for quotes has come. The constants are spelled as on the wire. */
public enum RfqState {
    active,
    canceled,
    pending_fill,
    filled,
    expired,
    failed,
    traded_away,
    /** A value that OKX has added since. */
    UNKNOWN
}
