package dev.okx4j.paper.feed;

/** The kinds of instrument that the exchange trades; the constants are OKX's {@code instType}. */
public enum InstrumentType {
    SPOT,
    SWAP,
    FUTURES,
    OPTION
}
