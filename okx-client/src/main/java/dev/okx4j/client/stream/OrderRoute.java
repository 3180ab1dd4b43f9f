package dev.okx4j.client.stream;

/** Which way operations on orders take to OKX. Journal, gate, limits and outcomes are the same on both. */
public enum OrderRoute {
    /** A request over HTTP for each. */
    REST,
    /**
     * The private WebSocket connection. What it has no operation for, and what comes while nobody is logged in on it, goes over HTTP: at that
     * point nothing has left, so it is still sent once.
     */
    STREAM
}
