package dev.okx4j.client.funding;

import com.squareup.moshi.Json;

/** Which account of a user money leaves or reaches. */
public enum TransferAccount {
    /** Where deposits arrive and withdrawals leave; OKX's number 6. */
    @Json(name = "6")
    funding,
    /** Where orders are paid from; OKX's number 18. */
    @Json(name = "18")
    trading,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
