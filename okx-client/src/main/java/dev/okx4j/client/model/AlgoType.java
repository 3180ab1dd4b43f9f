package dev.okx4j.client.model;

/** A kind of algo order. The constants are spelled as on the wire. */
public enum AlgoType {
    conditional,
    oco,
    trigger,
    move_order_stop,
    iceberg,
    smart_iceberg,
    twap,
    chase,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
