package dev.okx4j.client.funding;

import com.squareup.moshi.Json;

/** Between whose accounts money moves. */
public enum TransferType {
    /** Between the accounts of one user; OKX's number 0. */
    @Json(name = "0")
    within,
    /** From the master account to a sub-account, with the master's key; OKX's number 1. */
    @Json(name = "1")
    master_to_sub,
    /** From a sub-account to the master account, with the master's key; OKX's number 2. */
    @Json(name = "2")
    sub_to_master,
    /** From a sub-account to the master account, with the sub-account's key; OKX's number 3. */
    @Json(name = "3")
    own_to_master,
    /** From a sub-account to another one, with the first one's key; OKX's number 4. */
    @Json(name = "4")
    own_to_sub,
    /** A value that OKX has added since; never sent. */
    UNKNOWN;

    /** Returns whether the request must name a sub-account. */
    boolean namesASubAccount() {
        return this == master_to_sub || this == sub_to_master || this == own_to_sub;
    }
}
