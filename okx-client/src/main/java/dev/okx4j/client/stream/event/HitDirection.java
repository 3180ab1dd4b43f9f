package dev.okx4j.client.stream.event;

/** From which side a price comes to a strike: upwards or downwards. The constants are spelled as on the wire. */
public enum HitDirection {
    up,
    dn,
    /** A value that OKX has added since. */
    UNKNOWN
}
