package dev.okx4j.client.stream.event;

/** Whether a settlement is going on. The constants are spelled as on the wire. */
public enum SettlementState {
    processing,
    settled,
    /** A value that OKX has added since. */
    UNKNOWN
}
