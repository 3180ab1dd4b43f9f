package dev.okx4j.tools.config;

/** The venue that a launch names; without one, the keys that are found decide. */
public enum VenueChoice {
    /** The embedded exchange with recorded prices and play money. */
    PAPER,
    /** OKX's demo trading: OKX's prices, play money, a key of its own. */
    DEMO,
    /** The real exchange and real money. */
    LIVE
}
