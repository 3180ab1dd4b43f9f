package dev.okx4j.client.rest;

import java.time.Duration;
import java.util.Map;

/**
 * One HTTP request as it goes out.
 *
 * @param method the HTTP method, in capitals
 * @param target path and query, exactly as signed
 * @param headers the headers, signature included
 * @param body the body, exactly as signed; empty for GET
 * @param write whether it must reach the exchange once at most
 * @param timeout how long the whole exchange may take
 * @param maxBytes the longest answer to take
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once; copies of a body would buy nothing
public record WireRequest(
        String method,
        String target,
        Map<String, String> headers,
        byte[] body,
        boolean write,
        Duration timeout,
        int maxBytes) {
    private static final int ONE_MIB = 1 << 20;

    /** A request whose answer has the usual size. */
    public WireRequest(
            String method, String target, Map<String, String> headers, byte[] body, boolean write, Duration timeout) {
        this(method, target, headers, body, write, timeout, ONE_MIB);
    }

    WireRequest within(Duration shorter) {
        return new WireRequest(method, target, headers, body, write, shorter, maxBytes);
    }

    /** Returns method and path; headers, query and body stay out of logs. */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query) + "?***");
    }
}
