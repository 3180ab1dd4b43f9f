package dev.okx4j.client.stream.event;

/** How far a maintenance has come. The constants are spelled as on the wire. */
public enum MaintenanceState {
    scheduled,
    ongoing,
    pre_open,
    completed,
    canceled,
    /** A value that OKX has added since. */
    UNKNOWN
}
