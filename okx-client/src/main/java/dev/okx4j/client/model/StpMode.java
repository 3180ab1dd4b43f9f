package dev.okx4j.client.model;

/** Which of one's own two orders goes when they would trade with each other. The constants are spelled as on the wire. */
public enum StpMode {
    cancel_maker,
    cancel_taker,
    cancel_both,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
