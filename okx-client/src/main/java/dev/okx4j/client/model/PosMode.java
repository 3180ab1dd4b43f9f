package dev.okx4j.client.model;

/** Whether an account holds one net position per instrument or a long and a short one. The constants are spelled as on the wire. */
public enum PosMode {
    net_mode,
    long_short_mode,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
