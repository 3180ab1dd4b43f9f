package dev.okx4j.client.funding;

/** How far a transfer has come. The constants are spelled as on the wire. */
public enum TransferState {
    success,
    pending,
    failed,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
