package dev.okx4j.client.stream.event;

/** Whether a trade in a spread settled. The constants are spelled as on the wire. */
public enum SpreadTradeState {
    filled,
    rejected,
    /** A value that OKX has added since. */
    UNKNOWN
}
