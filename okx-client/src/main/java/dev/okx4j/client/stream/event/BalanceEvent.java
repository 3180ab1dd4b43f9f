package dev.okx4j.client.stream.event;

/** What changed cash or positions. The constants are spelled as on the wire. */
public enum BalanceEvent {
    snapshot,
    delivered,
    exercised,
    transferred,
    filled,
    liquidation,
    claw_back,
    adl,
    funding_fee,
    adjust_margin,
    set_leverage,
    interest_deduction,
    settlement,
    /** A value that OKX has added since. */
    UNKNOWN
}
