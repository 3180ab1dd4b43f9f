package dev.okx4j.client.stream.event;

/** In which period a funding rate is charged that was computed in one period. The constants are spelled as on the wire. */
public enum FundingMethod {
    current_period,
    next_period,
    /** A value that OKX has added since. */
    UNKNOWN
}
