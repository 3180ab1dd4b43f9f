package dev.okx4j.client.model;

import com.squareup.moshi.Json;

/** Which position of an instrument is meant; {@code net} where there is only one. The constants are spelled as on the wire. */
public enum PosSide {
    net,
    @Json(name = "long")
    long_,
    @Json(name = "short")
    short_,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
