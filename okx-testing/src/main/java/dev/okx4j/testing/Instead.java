package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that has nothing of the true one.
 *
 * @param call the call that made it
 */
record Instead(String call, int status, Map<String, String> headers, String body, Effect effect) implements Answering {
    static final Map<String, String> JSON = Map.of("content-type", "application/json");

    /** What Cloudflare shows to an address that it has banned for its rate. */
    static final Instead BANNED = new Instead(
            "banned",
            429,
            Map.of("content-type", "text/html; charset=UTF-8", "server", "cloudflare", "retry-after", "60"),
            "<!DOCTYPE html><html><head><title>Access denied | www.okx.com used Cloudflare to restrict access</title>"
                    + "</head><body><h1>Error 1015</h1><h2>You are being rate limited</h2></body></html>",
            Effect.NONE);

    Instead {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("No last answer has the status " + status);
        }
    }

    /** Returns the status alone, with the header that makes careless clients send again. */
    static Instead status(int status, Effect effect) {
        Map<String, String> headers = Map.of("content-type", "text/plain");
        if (status == 408 || status == 429 || status == 503) {
            headers = Map.of("content-type", "text/plain", "retry-after", "0");
        }
        return new Instead("status(" + status + ", " + effect + ")", status, headers, "", effect);
    }

    @Override
    public WireResponse answer(WireRequest request, WireResponse truth) {
        Map<String, String> sent = new LinkedHashMap<>(headers);
        if (status / 100 == 3) {
            sent.put("location", request.target()); // the signature covers it, so who follows is let in again
        }
        return new WireResponse(status, sent, body.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return call;
    }
}
