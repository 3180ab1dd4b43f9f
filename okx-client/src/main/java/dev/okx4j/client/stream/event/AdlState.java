package dev.okx4j.client.stream.event;

/** How near auto-deleveraging is. The constants are spelled as on the wire. */
public enum AdlState {
    warning,
    adl,
    /** A value that OKX has added since. */
    UNKNOWN
}
