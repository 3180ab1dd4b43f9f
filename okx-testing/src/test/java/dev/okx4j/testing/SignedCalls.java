package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that are signed and sent without our client, so that it cannot mend anything. */
public record SignedCalls(Wire wire, Credentials key, Clock clock) {
    public static final String BTC = "BTC-USDT-SWAP";

    /** Returns the request of a POST that may take two seconds. */
    public WireRequest post(String path, Object body) {
        return request("POST", path, Json.write(body));
    }

    public WireResponse get(String target) throws IOException {
        return wire.exchange(request("GET", target, ""));
    }

    /** Returns the rows of an answer to a GET. */
    public List<Map<String, @Nullable Object>> rows(String target) throws IOException {
        return Items.of(get(target));
    }

    public WireRequest request(String method, String target, String body) {
        String timestamp = clock.now().truncatedTo(ChronoUnit.MILLIS).toString().replaceFirst("(:\\d\\d)Z", "$1.000Z");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("OK-ACCESS-KEY", key.apiKey());
        headers.put("OK-ACCESS-SIGN", key.signer().sign(timestamp + method + target + body));
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put("OK-ACCESS-PASSPHRASE", key.passphrase().reveal());
        headers.put("Content-Type", "application/json");
        return new WireRequest(
                method, target, headers, body.getBytes(UTF_8), !method.equals("GET"), Duration.ofSeconds(2));
    }

    /** Returns the code of an answer. */
    public static String code(WireResponse answer) {
        return Json.parse(answer.body()) instanceof Map<?, ?> envelope ? String.valueOf(envelope.get("code")) : "";
    }

    public static Map<String, String> limit(String px, String clOrdId) {
        return Map.of(
                "instId", BTC, "tdMode", "cross", "side", "buy", "ordType", "limit", "sz", "0.01", "px", px, "clOrdId",
                clOrdId);
    }

    public static Map<String, String> market(String clOrdId) {
        return Map.of(
                "instId", BTC, "tdMode", "cross", "side", "buy", "ordType", "market", "sz", "0.01", "clOrdId", clOrdId);
    }

    /** Returns how many orders the exchange holds, open or over. */
    public int orders() throws IOException {
        return rows("/api/v5/trade/orders-pending?instType=SWAP").size()
                + rows("/api/v5/trade/orders-history?instType=SWAP").size();
    }

    public int fills() throws IOException {
        return rows("/api/v5/trade/fills?instType=SWAP").size();
    }
}
