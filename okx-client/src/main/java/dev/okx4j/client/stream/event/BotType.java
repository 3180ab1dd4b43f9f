package dev.okx4j.client.stream.event;

/** A kind of trading bot. The constants are spelled as on the wire. */
public enum BotType {
    grid,
    contract_grid,
    recurring,
    /** A value that OKX has added since. */
    UNKNOWN
}
