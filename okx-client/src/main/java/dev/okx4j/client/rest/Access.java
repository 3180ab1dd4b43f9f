package dev.okx4j.client.rest;

/** What an API key must be allowed to do, in OKX's words. */
public enum Access {
    /** Needs no key. */
    PUBLIC,
    /** Reads the account. */
    READ,
    /** Places and cancels orders, and changes settings. */
    TRADE,
    /** Moves money out. */
    WITHDRAW
}
