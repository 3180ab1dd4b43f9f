package dev.okx4j.client.model;

/** How an order meets the book. The constants are spelled as on the wire. */
public enum OrdType {
    market,
    limit,
    post_only,
    fok,
    ioc,
    optimal_limit_ioc,
    mmp,
    mmp_and_post_only,
    op_fok,
    rpi,
    elp,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
