package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Limiter.Claim;
import dev.okx4j.client.rest.Limiter.Key;
import dev.okx4j.client.rest.RateLimit.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OrderLimitsTest {
    private static final Endpoint<Rest.Time> PLACE =
            Endpoint.post("/api/v5/trade/order", Rest.Time.class).limit(60, Scope.USER_AND_INSTRUMENT);
    private static final Endpoint<Rest.Time> BATCH = Endpoint.post("/api/v5/trade/batch-orders", Rest.Time.class)
            .limit(300, Scope.USER_AND_INSTRUMENT)
            .countingOrders();
    private static final Endpoint<Rest.Time> CANCELS = Endpoint.post(
                    "/api/v5/trade/cancel-batch-orders", Rest.Time.class)
            .limit(300, Scope.USER_AND_INSTRUMENT)
            .countingOrders();

    private final OrderLimits limits = new OrderLimits("site", "key");

    /** Returns what is claimed, in words: operation, subject, owner, permits of the limit. */
    private List<String> claims(Endpoint<?> endpoint, Object request) {
        RequestForm form = request instanceof List<?> items
                ? new RequestForm(endpoint.path(), Json.write(items), Map.of())
                : RequestForm.of(endpoint, request);
        return limits.claims(endpoint, form).stream()
                .map(OrderLimitsTest::words)
                .toList();
    }

    private static String words(Claim claim) {
        Key key = claim.key();
        assertThat(key.site()).isEqualTo("site");
        String operation = key.operation().substring(key.operation().lastIndexOf('/') + 1);
        return operation + " [" + key.subject() + "] " + key.owner() + " " + claim.permits() + "/"
                + claim.limit().count();
    }

    private static List<Map<String, Object>> orders(String... instIds) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (String instId : instIds) {
            orders.add(Map.of("instId", instId));
        }
        return orders;
    }

    @Test
    void order_countsForItsInstrumentAndForTheSubAccount() {
        assertThat(claims(PLACE, Map.of("instId", "BTC-USDT-SWAP")))
                .containsExactly("order [BTC-USDT-SWAP] key 1/60", "new and amended orders [] key 1/1000");
    }

    @Test
    void spotOrder_doesNotCountForTheSubAccount() {
        assertThat(claims(PLACE, Map.of("instId", "BTC-USDT"))).containsExactly("order [BTC-USDT] key 1/60");
    }

    @Test
    void options_countForTheirFamily() {
        assertThat(claims(PLACE, Map.of("instId", "BTC-USD-250808-100000-C")))
                .containsExactly("order [BTC-USD] key 1/60", "new and amended orders [] key 1/1000");
        assertThat(claims(BATCH, orders("BTC-USD-250808-100000-C", "BTC-USD-250815-90000-P")))
                .containsExactly("batch-orders [BTC-USD] key 2/300", "new and amended orders [] key 2/1000");
    }

    @Test
    void batch_countsEachOfItsOrdersForItsInstrument() {
        assertThat(claims(BATCH, orders("A-B-SWAP", "C-B", "A-B-SWAP", "A-B-SWAP")))
                .containsExactly(
                        "batch-orders [A-B-SWAP] key 3/300",
                        "batch-orders [C-B] key 1/300",
                        "new and amended orders [] key 3/1000");
    }

    @Test
    void batchOfOne_countsAsASingleOrder() {
        assertThat(claims(BATCH, orders("A-B-SWAP")))
                .containsExactly("order [A-B-SWAP] key 1/60", "new and amended orders [] key 1/1000");
        assertThat(claims(CANCELS, orders("A-B-SWAP"))).containsExactly("cancel-order [A-B-SWAP] key 1/60");
    }

    @Test
    void cancels_doNotCountForTheSubAccount() {
        assertThat(claims(CANCELS, orders("A-B-SWAP", "A-B-SWAP")))
                .containsExactly("cancel-batch-orders [A-B-SWAP] key 2/300");
    }

    @Test
    void otherCalls_countByTheScopeOfTheirLimit() {
        Map<Scope, String> told = new LinkedHashMap<>();
        Map<String, Object> request = Map.of(
                "instId", "BTC-USD-250808-100000-C", "instType", "OPTION", "ccy", "USDT", "tag", "t1", "other", "x");
        for (Scope scope : Scope.values()) {
            Endpoint<?> endpoint = Endpoint.get("/x", Rest.Time.class).limit(7, Duration.ofSeconds(1), scope);
            told.put(scope, String.join(",", claims(endpoint, request)));
        }
        assertThat(told)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Scope.IP, "x [] ip 1/7",
                        Scope.IP_AND_INSTRUMENT_TYPE, "x [OPTION] ip 1/7",
                        Scope.IP_AND_INSTRUMENT, "x [BTC-USD-250808-100000-C] ip 1/7",
                        Scope.USER, "x [] key 1/7",
                        Scope.USER_AND_INSTRUMENT, "x [BTC-USD] key 1/7",
                        Scope.USER_AND_CURRENCY, "x [USDT] key 1/7",
                        Scope.USER_AND_TAG, "x [t1] key 1/7"));
    }

    @Test
    void requestWithoutTheName_countsForNothingInParticular() {
        assertThat(claims(PLACE, Map.of("sz", "1")))
                .containsExactly("order [] key 1/60", "new and amended orders [] key 1/1000");
    }

    @Test
    void batch_thatCountsRequests_countsOnceForEachInstrument() {
        Endpoint<?> requests = Endpoint.post("/api/v5/trade/x", Rest.Time.class).limit(20, Scope.USER_AND_INSTRUMENT);
        assertThat(claims(requests, orders("A-B-SWAP", "A-B-SWAP", "C-B-SWAP")))
                .containsExactly("x [A-B-SWAP] key 1/20", "x [C-B-SWAP] key 1/20");
    }
}
