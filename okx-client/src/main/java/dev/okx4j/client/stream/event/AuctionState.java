package dev.okx4j.client.stream.event;

/** Whether an instrument is in a call auction. The constants are spelled as on the wire. */
public enum AuctionState {
    call_auction,
    continuous_trading,
    /** A value that OKX has added since. */
    UNKNOWN
}
