package dev.okx4j.client.model;

/** Whether a contract is margined in its quote currency (linear) or its coin (inverse). The constants are spelled as on the wire. */
public enum CtType {
    linear,
    inverse,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
