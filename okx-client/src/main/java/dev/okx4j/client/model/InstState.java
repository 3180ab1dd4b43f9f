package dev.okx4j.client.model;

/** Whether an instrument trades. The constants are spelled as on the wire. */
public enum InstState {
    live,
    suspend,
    preopen,
    settling,
    rebase,
    post_only,
    test,
    expired,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
