package dev.okx4j.client.model;

/** Whether a fill took liquidity (T) or made it (M). The constants are spelled as on the wire. */
public enum ExecType {
    T,
    M,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
