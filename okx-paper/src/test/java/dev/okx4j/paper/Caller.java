package dev.okx4j.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Calls a wire with signed requests, for tests that care about processes rather than about fields. */
final class Caller {
    private final Wire wire;
    private final Credentials credentials;
    private final Clock clock;

    Caller(Wire wire, Credentials credentials) {
        this(wire, credentials, Clock.system());
    }

    Caller(Wire wire, Credentials credentials, Clock clock) {
        this.wire = wire;
        this.credentials = credentials;
        this.clock = clock;
    }

    String get(String target) throws IOException {
        return send("GET", target, "");
    }

    String post(String target, String body) throws IOException {
        return send("POST", target, body);
    }

    String buy(String clOrdId) throws IOException {
        String answer = post("/api/v5/trade/order", """
                {"instId":"NVDA-USDT-SWAP","tdMode":"isolated","side":"buy","ordType":"market","sz":"0.01","clOrdId":"%s"}""".formatted(clOrdId));
        if (!answer.startsWith("{\"code\":\"0\"")) {
            throw new IllegalStateException(answer);
        }
        return answer;
    }

    private String send(String method, String target, String body) throws IOException {
        String timestamp = Instant.ofEpochMilli(clock.now().toEpochMilli()).toString();
        Map<String, String> headers = Map.of(
                "OK-ACCESS-KEY", credentials.apiKey(),
                "OK-ACCESS-SIGN", credentials.signer().sign(timestamp + method + target + body),
                "OK-ACCESS-TIMESTAMP", timestamp,
                "OK-ACCESS-PASSPHRASE", credentials.passphrase().reveal(),
                "Content-Type", "application/json");
        WireResponse response = wire.exchange(new WireRequest(
                method, target, headers, body.getBytes(UTF_8), method.equals("POST"), Duration.ofSeconds(20)));
        String text = new String(response.body(), UTF_8);
        Json.parse(text);
        return text;
    }
}
