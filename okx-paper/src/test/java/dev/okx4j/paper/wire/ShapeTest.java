package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares every answer with what OKX documents: the set of its keys, and who may ask how often. */
@NullUnmarked
class ShapeTest {
    private final Paper paper = new Paper();
    private Map<?, ?> documented = Map.of();
    private String open = "";
    private String filled = "";
    private String algo = "";

    @BeforeEach
    void trade() throws IOException {
        try (var in = ShapeTest.class.getResourceAsStream("documented.json")) {
            documented = (Map<?, ?>) Json.parse(in.readAllBytes());
        }
        filled = paper.buy("NVDA-USDT-SWAP", "isolated", "1").text("ordId");
        paper.buy("XNVDA-USDT", "cash", "100");
        open = paper.post("/api/v5/trade/order", """
                        {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","px":"60000","sz":"0.1",
                         "clOrdId":"resting","attachAlgoOrds":[{"slTriggerPx":"50000","slOrdPx":"-1"}]}""").text("ordId");
        algo = paper.post("/api/v5/trade/order-algo", """
                        {"instId":"NVDA-USDT-SWAP","tdMode":"isolated","side":"sell","ordType":"conditional","sz":"1",
                         "slTriggerPx":"150","slOrdPx":"-1","reduceOnly":true}""").text("algoId");
        paper.post("/api/v5/trade/order-algo", """
                {"instId":"NVDA-USDT-SWAP","tdMode":"isolated","side":"sell","ordType":"conditional","sz":"0.5",
                 "slTriggerPx":"140","slOrdPx":"-1","reduceOnly":true,"algoClOrdId":"gone"}""");
        paper.post("/api/v5/trade/cancel-algos", "[{\"instId\":\"NVDA-USDT-SWAP\",\"algoClOrdId\":\"gone\"}]");
        paper.post("/api/v5/asset/transfer", """
                {"ccy":"USDT","amt":"1","from":"18","to":"6","clientId":"moved"}""");
    }

    @Test
    void rows_ofReads_haveExactlyTheDocumentedFields() {
        for (String target : List.of(
                "/api/v5/market/ticker?instId=XNVDA-USDT",
                "/api/v5/market/tickers?instType=SWAP",
                "/api/v5/market/books?instId=BTC-USDT-SWAP&sz=5",
                "/api/v5/public/instruments?instType=SPOT",
                "/api/v5/public/time",
                "/api/v5/public/mark-price?instType=SWAP",
                "/api/v5/public/price-limit?instId=BTC-USDT-SWAP",
                "/api/v5/account/balance",
                "/api/v5/account/positions",
                "/api/v5/account/config",
                "/api/v5/account/leverage-info?instId=BTC-USDT-SWAP&mgnMode=cross",
                "/api/v5/account/bills",
                "/api/v5/account/trade-fee?instType=SWAP",
                "/api/v5/account/instruments?instType=SWAP",
                "/api/v5/trade/order?instId=NVDA-USDT-SWAP&ordId=" + filled,
                "/api/v5/trade/orders-pending",
                "/api/v5/trade/fills",
                "/api/v5/trade/orders-history?instType=SWAP",
                "/api/v5/trade/orders-history-archive?instType=SWAP",
                "/api/v5/trade/fills-history?instType=SWAP",
                "/api/v5/asset/balances",
                "/api/v5/asset/transfer-state?clientId=moved",
                "/api/v5/trade/order-algo?algoId=" + algo,
                "/api/v5/trade/orders-algo-pending?ordType=conditional",
                "/api/v5/trade/orders-algo-history?ordType=conditional&state=canceled")) {
            compare("GET", target, paper.get(target));
        }
    }

    @Test
    void rows_ofWrites_haveExactlyTheDocumentedFields() {
        compare("POST", "/api/v5/trade/order", paper.buy("NVDA-USDT-SWAP", "isolated", "1"));
        compare(
                "POST",
                "/api/v5/trade/cancel-order",
                paper.post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"" + open + "\"}"));
        compare(
                "POST",
                "/api/v5/account/set-leverage",
                paper.post(
                        "/api/v5/account/set-leverage",
                        "{\"instId\":\"ETH-USDT-SWAP\",\"mgnMode\":\"cross\",\"lever\":\"3\"}"));
        compare(
                "POST",
                "/api/v5/trade/cancel-algos",
                paper.post(
                        "/api/v5/trade/cancel-algos", "[{\"instId\":\"NVDA-USDT-SWAP\",\"algoId\":\"" + algo + "\"}]"));
        compare("POST", "/api/v5/trade/order-algo", paper.post("/api/v5/trade/order-algo", """
                        {"instId":"NVDA-USDT-SWAP","tdMode":"isolated","side":"sell","ordType":"oco","sz":"1",
                         "slTriggerPx":"150","slOrdPx":"-1","tpTriggerPx":"300","tpOrdPx":"-1"}"""));
    }

    @Test
    void rows_ofWritesThatChangeOrders_haveExactlyTheDocumentedFields() {
        write("trade/batch-orders", """
                [{"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","px":"60000","sz":"0.1"}]""");
        write("trade/amend-order", """
                {"instId":"BTC-USDT-SWAP","clOrdId":"resting","newSz":"0.2","reqId":"r1"}""");
        write("trade/amend-batch-orders", """
                [{"instId":"BTC-USDT-SWAP","clOrdId":"resting","newSz":"0.3"}]""");
        write("trade/cancel-batch-orders", """
                [{"instId":"BTC-USDT-SWAP","clOrdId":"resting"}]""");
        write("trade/amend-algos", """
                {"instId":"NVDA-USDT-SWAP","algoId":"%s","newSlTriggerPx":"151"}""".formatted(algo));
        write("trade/close-position", """
                {"instId":"NVDA-USDT-SWAP","mgnMode":"isolated","clOrdId":"closing"}""");
        write("trade/cancel-all-after", "{\"timeOut\":\"10\"}");
        write("asset/transfer", """
                {"ccy":"USDT","amt":"1","from":"6","to":"18"}""");
    }

    private void write(String path, String body) {
        compare("POST", "/api/v5/" + path, paper.post("/api/v5/" + path, body));
    }

    @Test
    void candles_haveTheDocumentedColumns() {
        for (String path : List.of("/api/v5/market/candles", "/api/v5/market/history-candles")) {
            List<?> columns = (List<?>) ((Map<?, ?>) documented.get("GET " + path)).get("columns");
            Paper.Reply reply = paper.get(path + "?instId=BTC-USDT-SWAP&bar=1H&limit=2");
            assertThat(reply.data()).hasSize(2);
            assertThat((List<?>) reply.data().get(0)).hasSameSizeAs(columns);
        }
    }

    @Test
    void routes_haveTheDocumentedLimitsAndAccess() {
        for (Map.Entry<?, ?> entry : documented.entrySet()) {
            Route route = paper.wire.route((String) entry.getKey());
            Map<?, ?> facts = (Map<?, ?>) entry.getValue();
            String scope = switch (route.scope()) {
                case IP -> "IP";
                case IP_AND_INSTRUMENT -> "IP+InstrumentID";
                case IP_AND_TYPE -> "IP+InstrumentType";
                case USER -> "UserID";
                case USER_AND_INSTRUMENT -> "UserID+InstrumentID";
                case USER_AND_TYPE -> "UserID+InstrumentType";
                case USER_AND_CURRENCY -> "UserID+Currency";
                case USER_AND_TAG -> "UserID+tag";
                case IP_AND_FAMILY -> "IP+InstrumentFamily";
                case IP_AND_TYPE_AND_FAMILY -> "IP+InstrumentType+InstrumentFamily";
            };
            assertThat(route.count() + "/" + route.seconds() + "s " + scope)
                    .as("limit of %s", entry.getKey())
                    .isEqualTo(facts.get("limit"));
            assertThat(route.access().name().toLowerCase(java.util.Locale.ROOT))
                    .as("access of %s", entry.getKey())
                    .isEqualTo(facts.get("auth"));
        }
    }

    @Test
    void served_isDocumentedOrOurOwn() {
        assertThat(paper.wire.served())
                .allSatisfy(route -> assertThat(documented.containsKey(route) || route.contains(" /paper/v1/"))
                        .as(route)
                        .isTrue());
    }

    @Test
    void rows_holdOnlyStringsBooleansListsAndTheNumbersThatOkxSendsAsNumbers() {
        Set<String> numbers = new LinkedHashSet<>();
        for (String target : List.of(
                "/api/v5/public/instruments?instType=SPOT",
                "/api/v5/market/books?instId=BTC-USDT-SWAP",
                "/api/v5/account/balance",
                "/api/v5/account/positions",
                "/api/v5/trade/orders-pending")) {
            paper.get(target).row().forEach((name, value) -> {
                if (value instanceof java.math.BigDecimal) {
                    numbers.add((String) name);
                }
            });
        }
        assertThat(numbers).containsExactlyInAnyOrder("instIdCode", "seqId");
    }

    private void compare(String method, String target, Paper.Reply reply) {
        int mark = target.indexOf('?');
        String name = method + " " + (mark < 0 ? target : target.substring(0, mark));
        Map<?, ?> facts = (Map<?, ?>) documented.get(name);
        assertThat(reply.code()).as(name + " " + reply.body()).isEqualTo("0");
        assertThat(reply.data()).as(name).isNotEmpty();
        Set<Object> keys = new LinkedHashSet<>(reply.row().keySet());
        reply.body().keySet().stream()
                .filter(key -> key.equals("inTime") || key.equals("outTime"))
                .forEach(keys::add);
        assertThat(keys).as(name).containsExactlyInAnyOrderElementsOf(new LinkedHashSet<>((List<?>)
                facts.get("fields")));
        reply.row().forEach((field, value) -> {
            if (facts.get(field) instanceof List<?> nested && value instanceof List<?> list && !list.isEmpty()) {
                assertThat(((Map<?, ?>) list.get(0)).keySet().stream().map(Object::toString))
                        .as(name + " " + field)
                        .containsExactlyInAnyOrderElementsOf(
                                nested.stream().map(Object::toString).toList());
            }
        });
    }
}
