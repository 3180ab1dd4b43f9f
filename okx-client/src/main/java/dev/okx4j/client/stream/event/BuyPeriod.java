package dev.okx4j.client.stream.event;

/** How often a recurring bot buys. The constants are spelled as on the wire. */
public enum BuyPeriod {
    monthly,
    weekly,
    daily,
    hourly,
    /** A value that OKX has added since. */
    UNKNOWN
}
