package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.PaperAccount;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;

/** A hand-made client of the wire for tests: it signs by itself and reads plain JSON. Its clock moves when told. */
@NullUnmarked
final class Paper implements Clock {
    static final ApiKey KEY = new ApiKey("test-key", "test-secret", "test-passphrase");

    private static final Scenario SCENARIO = scenario();

    final PaperAccount account;
    final ExchangeWire wire;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private long nanos;

    Paper() {
        this((account, clock) -> new ExchangeWire(account, "test", KEY, clock));
    }

    Paper(BiFunction<PaperAccount, Clock, ExchangeWire> wire) {
        this(SCENARIO, wire);
    }

    Paper(Scenario scenario) {
        this(scenario, (account, clock) -> new ExchangeWire(account, "test", KEY, clock));
    }

    private Paper(Scenario scenario, BiFunction<PaperAccount, Clock, ExchangeWire> wire) {
        this.account = PaperAccount.inMemory(scenario);
        this.wire = wire.apply(account, this);
    }

    private static Scenario scenario() {
        try {
            return Scenario.named(Scenario.DEFAULT);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** One answer: HTTP status and body. */
    record Reply(int status, Map<?, ?> body) {
        String code() {
            return (String) body.get("code");
        }

        String msg() {
            return (String) body.get("msg");
        }

        List<?> data() {
            return (List<?>) body.get("data");
        }

        Map<?, ?> row() {
            return (Map<?, ?>) data().get(0);
        }

        String text(String field) {
            return (String) row().get(field);
        }

        List<String> column(String field) {
            return data().stream()
                    .map(row -> (String) ((Map<?, ?>) row).get(field))
                    .toList();
        }
    }

    Reply get(String target) {
        return send("GET", target, "", Map.of());
    }

    Reply post(String target, String json) {
        return send("POST", target, json, Map.of());
    }

    /** Sends a signed request, with some headers replaced; an empty value takes the header away. */
    Reply send(String method, String target, String body, Map<String, String> replaced) {
        pass(Duration.ofMillis(200));
        Map<String, String> headers = signed(method, target, body, now.toString(), KEY);
        replaced.forEach((name, value) -> {
            if (value.isEmpty()) {
                headers.remove(name);
            } else {
                headers.put(name, value);
            }
        });
        return raw(method, target, body.getBytes(UTF_8), headers);
    }

    /** Sends a request signed with a key. */
    Reply as(ApiKey key, String method, String target, String body) {
        pass(Duration.ofMillis(500));
        return raw(method, target, body.getBytes(UTF_8), signed(method, target, body, now.toString(), key));
    }

    /** Sends a look signed with a key, without letting any time pass. */
    Reply atOnce(ApiKey key, String method, String target) {
        return raw(method, target, new byte[0], signed(method, target, "", now.toString(), key));
    }

    Reply raw(String method, String target, byte[] body, Map<String, String> headers) {
        WireResponse response = wire.exchange(
                new WireRequest(method, target, headers, body, !method.equals("GET"), Duration.ofSeconds(5)));
        return new Reply(response.status(), (Map<?, ?>) Json.parse(response.body()));
    }

    static Map<String, String> signed(String method, String target, String body, String timestamp, ApiKey key) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("OK-ACCESS-KEY", key.key());
        headers.put("OK-ACCESS-SIGN", sign(timestamp + method + target + body, key.secret()));
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put("OK-ACCESS-PASSPHRASE", key.passphrase());
        headers.put("Content-Type", "application/json");
        return headers;
    }

    static String sign(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Reply buy(String instId, String mode, String size) {
        return post("/api/v5/trade/order", """
                {"instId":"%s","tdMode":"%s","side":"buy","ordType":"market","sz":"%s"}""".formatted(instId, mode, size));
    }

    Reply limit(String instId, String mode, String side, String price, String size, String clOrdId) {
        return post("/api/v5/trade/order", """
                {"instId":"%s","tdMode":"%s","side":"%s","ordType":"limit","px":"%s","sz":"%s","clOrdId":"%s"}""".formatted(instId, mode, side, price, size, clOrdId));
    }
}
