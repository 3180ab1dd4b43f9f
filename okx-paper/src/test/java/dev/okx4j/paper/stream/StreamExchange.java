package dev.okx4j.paper.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.NullUnmarked;

/** An exchange whose clock stands until it is told to go on, with connections over sockets or inside this process. */
@NullUnmarked
final class StreamExchange implements Clock, AutoCloseable {
    static final String KEY = "test-key";
    static final String SECRET = "test-secret";
    static final String PASSPHRASE = "test-passphrase";
    static final String SWAP = "NVDA-USDT-SWAP";

    final PaperExchange paper;
    private final OkHttpClient http;
    private final String base;
    private final Semaphore beats = new Semaphore(0);
    private final List<StreamClient> clients = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private long nanos;

    StreamExchange(boolean sockets) throws IOException {
        this(sockets, null);
    }

    StreamExchange(boolean sockets, String scenario) throws IOException {
        PaperExchange.Builder builder =
                PaperExchange.builder().key(KEY, SECRET, PASSPHRASE).clock(this).waits(duration -> beats.acquire());
        this.paper = (scenario == null ? builder : builder.scenario(scenario)).open();
        this.base = sockets ? "ws://127.0.0.1:" + paper.serve(0) : "ws://paper.invalid";
        this.http = sockets
                ? StreamClient.http()
                : StreamClient.http()
                        .newBuilder()
                        .addInterceptor(paper.webSockets())
                        .build();
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** Lets time pass, and the exchange notice it. */
    void beat(Duration time) {
        pass(time);
        beats.release();
    }

    String url(String path) {
        return base + path;
    }

    /** Returns an open connection. */
    StreamClient connect(Door door) {
        pass(Duration.ofSeconds(1));
        StreamClient client = new StreamClient(http, base + door.path());
        clients.add(client);
        assertThat(client.next()).isEqualTo("open");
        return client;
    }

    /** Returns a connection that is being opened. */
    StreamClient connecting(Door door) {
        StreamClient client = new StreamClient(http, base + door.path());
        clients.add(client);
        return client;
    }

    /** Returns an open connection of the account's owner. */
    StreamClient owner(Door door) {
        StreamClient client = connect(door);
        client.send(login(KEY, SECRET, PASSPHRASE, now()));
        assertThat(client.json().get("event")).isEqualTo("login");
        return client;
    }

    static String login(String key, String secret, String passphrase, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> arg = new LinkedHashMap<>();
        arg.put("apiKey", key);
        arg.put("passphrase", passphrase);
        arg.put("timestamp", timestamp);
        arg.put("sign", sign(timestamp + "GET/users/self/verify", secret));
        return Json.write(Map.of("op", "login", "args", List.of(arg)));
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

    /** Returns the rows of a GET that succeeds. */
    List<?> get(String target) {
        return call("GET", target, "");
    }

    /** Returns the rows of a POST that succeeds. */
    List<?> post(String target, String body) {
        return call("POST", target, body);
    }

    Map<?, ?> row(String target) {
        return (Map<?, ?>) get(target).get(0);
    }

    /** Places a limit order and returns its id. */
    String limit(String side, String px, String sz) {
        return (String) ((Map<?, ?>) post("/api/v5/trade/order", """
                        {"instId":"%s","tdMode":"cross","side":"%s","ordType":"limit","px":"%s","sz":"%s"}""".formatted(SWAP, side, px, sz))
                        .get(0))
                .get("ordId");
    }

    /** Places a market order and returns its id. */
    String market(String side, String sz) {
        return (String) ((Map<?, ?>) post("/api/v5/trade/order", """
                        {"instId":"%s","tdMode":"cross","side":"%s","ordType":"market","sz":"%s"}""".formatted(SWAP, side, sz))
                        .get(0))
                .get("ordId");
    }

    /** Lets market time run. */
    void advance(String by) {
        post("/paper/v1/clock", "{\"by\":\"" + by + "\"}");
    }

    private List<?> call(String method, String target, String body) {
        pass(Duration.ofMillis(200));
        String timestamp = now().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("OK-ACCESS-KEY", KEY);
        headers.put("OK-ACCESS-SIGN", sign(timestamp + method + target + body, SECRET));
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put("OK-ACCESS-PASSPHRASE", PASSPHRASE);
        headers.put("Content-Type", "application/json");
        try {
            WireResponse response = paper.wire()
                    .exchange(new WireRequest(
                            method,
                            target,
                            headers,
                            body.getBytes(UTF_8),
                            !method.equals("GET"),
                            Duration.ofSeconds(5)));
            Map<?, ?> envelope = (Map<?, ?>) Json.parse(response.body());
            assertThat(envelope.get("code"))
                    .as("%s %s: %s", target, body, envelope)
                    .isEqualTo("0");
            return (List<?>) envelope.get("data");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        clients.forEach(StreamClient::close);
        paper.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
