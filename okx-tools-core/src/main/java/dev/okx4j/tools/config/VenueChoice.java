package dev.okx4j.tools.config;

/** The venue that a launch names; without one, the keys that are found decide. */
public enum VenueChoice {
    PAPER,
    DEMO,
    LIVE
}
