package dev.okx4j.client.stream.event;

/** What a contract is settled for. The constants are spelled as on the wire. */
public enum SettleType {
    settlement,
    delivery,
    exercise,
    /** A value that OKX has added since. */
    UNKNOWN
}
