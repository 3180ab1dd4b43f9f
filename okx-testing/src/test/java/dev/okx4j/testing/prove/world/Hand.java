package dev.okx4j.testing.prove.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.seam.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Asks and moves the exchange past everything that fails, with a signature of its own. */
final class Hand {
    static final String KEY = "simulated-key";
    static final String SECRET = "simulated-signing-text";
    static final String PASSPHRASE = "simulated-word";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern MARKET_TIME = Pattern.compile("\"marketTime\":\"(\\d+)\"");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Wire exchange;
    private final Clock clock;

    Hand(Wire exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Returns the exchange's answer to a question. */
    String get(String target) {
        return call("GET", target, "");
    }

    /** Returns the exchange's answer to a request that changes something. */
    String post(String target, String body) {
        return call("POST", target, body);
    }

    /** Returns the market's time. */
    Instant marketTime() {
        Matcher time = MARKET_TIME.matcher(get("/paper/v1/clock"));
        if (!time.find()) {
            throw new IllegalStateException("The exchange does not tell its market's time");
        }
        return Instant.ofEpochMilli(Long.parseLong(time.group(1)));
    }

    private String call(String method, String target, String body) {
        String timestamp = TIMESTAMP.format(clock.now());
        Map<String, String> headers = Map.of(
                "OK-ACCESS-KEY", KEY,
                "OK-ACCESS-SIGN", sign(timestamp + method + target + body),
                "OK-ACCESS-TIMESTAMP", timestamp,
                "OK-ACCESS-PASSPHRASE", PASSPHRASE,
                "Content-Type", "application/json");
        WireRequest request =
                new WireRequest(method, target, headers, body.getBytes(UTF_8), !method.equals("GET"), PATIENCE);
        try {
            return new String(exchange.exchange(request).body(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
