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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves the market of a paper exchange until orders have filled. */
final class Market {
    private static final Duration AT_MOST = Duration.ofHours(1);
    private static final Set<String> OPEN = Set.of("live", "partially_filled");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Wire exchange;
    private final Credentials key;
    private final Clock clock;

    /** Makes one that signs by the exchange's own clock. */
    Market(Wire exchange, Credentials key, Clock clock) {
        this.exchange = exchange;
        this.key = key;
        this.clock = clock;
    }

    /** Fills the orders that a request names by their ids. */
    void fillNamed(WireRequest request) throws IOException {
        fill(Items.of(request));
    }

    /** Fills the orders that an answer acknowledges, item by item of its request. */
    void fillAcknowledged(WireRequest request, WireResponse answer) throws IOException {
        List<Map<String, @Nullable Object>> asked = Items.of(request);
        List<Map<String, @Nullable Object>> taken = Items.of(answer);
        List<Map<String, @Nullable Object>> orders = new ArrayList<>();
        for (int i = 0; i < Math.min(asked.size(), taken.size()); i++) {
            Map<String, @Nullable Object> order = taken.get(i);
            order.put("instId", asked.get(i).get("instId"));
            orders.add(order);
        }
        fill(orders);
    }

    private void fill(List<Map<String, @Nullable Object>> orders) throws IOException {
        Instant until = null;
        for (Map<String, @Nullable Object> order : orders) {
            while (isOpen(order)) {
                until = until == null ? now().plus(AT_MOST) : until;
                if (!run(until).equals("fill")) {
                    return;
                }
            }
        }
    }

    private boolean isOpen(Map<String, @Nullable Object> order) throws IOException {
        String id = Items.text(order, "ordId").isEmpty() ? "clOrdId" : "ordId";
        if (Items.text(order, id).isEmpty() || Items.text(order, "instId").isEmpty()) {
            return false;
        }
        String query = "?instId=" + Items.text(order, "instId") + "&" + id + "=" + Items.text(order, id);
        return call("GET", "/api/v5/trade/order" + query, "").stream()
                .anyMatch(row -> OPEN.contains(Items.text(row, "state")));
    }

    private Instant now() throws IOException {
        return Instant.ofEpochMilli(
                Long.parseLong(Items.text(call("GET", "/paper/v1/clock", "").get(0), "marketTime")));
    }

    /** Runs market time, and returns why it stopped. */
    private String run(Instant until) throws IOException {
        String body = Json.write(Map.of("untilFill", true, "to", Long.toString(until.toEpochMilli())));
        return call("POST", "/paper/v1/clock", body).stream()
                .map(row -> Items.text(row, "stopped"))
                .findFirst()
                .orElse("refused");
    }

    private List<Map<String, @Nullable Object>> call(String method, String target, String body) throws IOException {
        String timestamp = TIMESTAMP.format(clock.now());
        Map<String, String> headers = Map.of(
                "OK-ACCESS-KEY", key.apiKey(),
                "OK-ACCESS-SIGN", key.signer().sign(timestamp + method + target + body),
                "OK-ACCESS-TIMESTAMP", timestamp,
                "OK-ACCESS-PASSPHRASE", key.passphrase().reveal(),
                "Content-Type", "application/json");
        return Items.of(exchange.exchange(new WireRequest(
                method, target, headers, body.getBytes(UTF_8), !method.equals("GET"), Duration.ofSeconds(10))));
    }
}
