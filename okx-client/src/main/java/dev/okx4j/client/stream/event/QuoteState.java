package dev.okx4j.client.stream.event;

/** How far a quote has come. The constants are spelled as on the wire. */
public enum QuoteState {
    active,
    canceled,
    filled,
    expired,
    failed,
    /** A value that OKX has added since. */
    UNKNOWN
}
