package dev.okx4j.paper.engine;

/** What becomes of the part of an order that does not match at once. */
public enum TimeInForce {
    /** It rests. */
    GTC,
    /** It rests, and an order that would match at all is cancelled whole. */
    POST_ONLY,
    /** It is cancelled. */
    IOC,
    /** An order that cannot match whole is cancelled whole. */
    FOK
}
