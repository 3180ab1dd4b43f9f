package dev.okx4j.client.stream.event;

import com.squareup.moshi.Json;

/** Which way a grid bot trades a contract. The constants are spelled as on the wire. */
public enum GridDirection {
    @Json(name = "long")
    long_,
    @Json(name = "short")
    short_,
    neutral,
    /** A value that OKX has added since. */
    UNKNOWN
}
