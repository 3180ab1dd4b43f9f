package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class BatchTest {
    private static final String PLACE = "/api/v5/trade/batch-orders";
    private static final String AMEND = "/api/v5/trade/amend-batch-orders";
    private static final String CANCEL = "/api/v5/trade/cancel-batch-orders";

    private final Paper paper = new Paper();

    @Test
    void place_mixedInstruments_hasOneRowForEachItem_inTheirOrder() {
        Paper.Reply reply = post(
                PLACE,
                order("BTC-USDT-SWAP", "60000", "a"),
                order("ETH-USDT-SWAP", "1000", "b"),
                order("SOL-USDT-SWAP", "50", "c"));

        assertThat(reply.code()).isEqualTo("0");
        assertThat(all(reply, "clOrdId")).containsExactly("a", "b", "c");
        assertThat(all(reply, "sCode")).containsOnly("0");
        assertThat(all(reply, "ordId")).doesNotHaveDuplicates().doesNotContain("");
        assertThat(pending()).containsExactly("c", "b", "a");
    }

    @Test
    void place_someRefused_isCode2_andTellsEachReason() {
        Paper.Reply reply = post(
                PLACE,
                order("BTC-USDT-SWAP", "60000", "a"),
                order("BTC-USDT-SWAP", "60000", "a"),
                order("DOGE-USDT-SWAP", "1", "d"),
                order("BTC-USDT-SWAP", "much", "m"),
                order("BTC-USDT-SWAP", "60000.05", "t"),
                order("BTC-USDT-SWAP", "60000", "z"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isEqualTo("2");
        assertThat(all(reply, "sCode")).containsExactly("0", "51016", "51001", "51000", "51150", "0");
        assertThat(all(reply, "clOrdId")).containsExactly("a", "a", "d", "m", "t", "z");
        assertThat(all(reply, "ordId").subList(1, 5)).containsOnly("");
        assertThat(pending()).containsExactly("z", "a");
    }

    @Test
    void place_allRefused_isCode1() {
        Paper.Reply reply = post(PLACE, order("DOGE-USDT-SWAP", "1", "d"), order("BTC-USDT-SWAP", "99999", "e"));

        assertThat(reply.code()).isEqualTo("1");
        assertThat(all(reply, "sCode")).containsExactly("51001", "51006");
    }

    @Test
    void clientId_isFreeAgainOnceItsOrderIsOver_andNamesTheLatest() {
        String market = """
                {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"market","sz":"0.1","clOrdId":"same"}""";
        String first = paper.post("/api/v5/trade/order", market).text("ordId");
        Paper.Reply again = paper.post("/api/v5/trade/order", market);

        assertThat(again.code()).as("OKX takes it a second time").isEqualTo("0");
        assertThat(again.text("ordId")).isNotEqualTo(first);
        assertThat(paper.get("/api/v5/trade/order?instId=BTC-USDT-SWAP&clOrdId=same")
                        .text("ordId"))
                .isEqualTo(again.text("ordId"));
        assertThat(paper.get("/api/v5/trade/fills").data())
                .hasSize(2)
                .allSatisfy(
                        fill -> assertThat(((Map<?, ?>) fill).get("clOrdId")).isEqualTo("same"));
        assertThat(all(post(PLACE, market, order("BTC-USDT-SWAP", "60000", "same"), market), "sCode"))
                .containsExactly("0", "0", "51016");
    }

    @Test
    void amend_ofTheSameOrderTwice_refusesTheSecondWith51512() {
        String ordId = post(PLACE, order("BTC-USDT-SWAP", "60000", "a"), order("BTC-USDT-SWAP", "60000", "b"))
                .text("ordId");

        Paper.Reply reply = post(
                AMEND,
                "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"a\",\"newSz\":\"0.2\",\"reqId\":\"r1\"}",
                "{\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"" + ordId + "\",\"newSz\":\"0.3\",\"reqId\":\"r2\"}",
                "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"b\",\"newPx\":\"60001\",\"reqId\":\"r3\"}");

        assertThat(reply.code()).isEqualTo("2");
        assertThat(all(reply, "sCode")).containsExactly("0", "51512", "0");
        assertThat(all(reply, "reqId")).containsExactly("r1", "r2", "r3");
        assertThat(look("a").text("sz")).isEqualTo("0.2");
        assertThat(look("b").text("px")).isEqualTo("60001");
    }

    @Test
    void amend_thatFails_tellsThatTheOrderIsCancelled_whenThatWasAskedFor() {
        post(PLACE, order("BTC-USDT-SWAP", "60000", "a"));

        Paper.Reply reply = paper.post(
                "/api/v5/trade/amend-order",
                "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"a\",\"newSz\":\"900\",\"cxlOnFail\":true,\"reqId\":\"r\"}");

        assertThat(reply.code()).isEqualTo("1");
        assertThat(reply.text("sCode")).isEqualTo("51502");
        assertThat(reply.text("subCode")).isEqualTo("1031");
        assertThat(reply.text("sMsg")).contains("cancelled");
        assertThat(look("a").text("state")).isEqualTo("canceled");
    }

    @Test
    void cancel_tellsEachOutcome() {
        post(PLACE, order("BTC-USDT-SWAP", "60000", "a"), order("ETH-USDT-SWAP", "1000", "b"));

        Paper.Reply reply = post(
                CANCEL,
                "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"a\"}",
                "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"a\"}",
                "{\"instId\":\"ETH-USDT-SWAP\",\"clOrdId\":\"b\"}",
                "{\"instId\":\"ETH-USDT-SWAP\",\"ordId\":\"77\"}");

        assertThat(reply.code()).isEqualTo("2");
        assertThat(all(reply, "sCode")).containsExactly("0", "51401", "0", "51400");
        assertThat(pending()).isEmpty();
    }

    @Test
    void expTime_thatIsPast_refusesTheWholeBatch() {
        String body = "[" + order("BTC-USDT-SWAP", "60000", "a") + "]";
        for (String path : List.of(PLACE, AMEND)) {
            String late = Long.toString(paper.now().toEpochMilli() - 1);

            Paper.Reply reply = paper.send("POST", path, body, Map.of("expTime", late));

            assertThat(reply.code()).isEqualTo("50036");
            assertThat(reply.data()).isEmpty();
        }
        assertThat(paper.send(
                                "POST",
                                "/api/v5/trade/amend-order",
                                "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"a\",\"newSz\":\"1\"}",
                                Map.of("expTime", "1"))
                        .code())
                .isEqualTo("50036");
        assertThat(pending()).isEmpty();
    }

    @Test
    void limit_countsEachOrder_byInstrument_andABatchOfOneAsAnOrder() {
        paper.pass(Duration.ofSeconds(3));
        for (int i = 0; i < 15; i++) {
            assertThat(atOnce(PLACE, twenty(i)).code()).isEqualTo("0");
        }
        assertThat(atOnce(PLACE, twenty(15)).code()).as("order 301").isEqualTo("50011");
        assertThat(atOnce(
                                PLACE,
                                "[" + order("ETH-USDT-SWAP", "1000", "e1") + "," + order("ETH-USDT-SWAP", "1000", "e2")
                                        + "]")
                        .code())
                .as("another instrument")
                .isEqualTo("0");
        for (int i = 0; i < 60; i++) {
            assertThat(atOnce(PLACE, "[" + order("BTC-USDT-SWAP", "60000", "one" + i) + "]")
                            .code())
                    .isEqualTo("0");
        }
        assertThat(atOnce("/api/v5/trade/order", order("BTC-USDT-SWAP", "60000", "two"))
                        .code())
                .as("61 orders that came alone")
                .isEqualTo("50011");
    }

    private static String twenty(int round) {
        return IntStream.range(0, 20)
                .mapToObj(i -> order("BTC-USDT-SWAP", "60000", "r" + round + "i" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String order(String instId, String px, String clOrdId) {
        String size = instId.startsWith("SOL") ? "0.1" : "0.01";
        return """
                {"instId":"%s","tdMode":"cross","side":"buy","ordType":"limit","px":"%s","sz":"%s","clOrdId":"%s"}""".formatted(instId, px, size, clOrdId);
    }

    private Paper.Reply post(String path, String... items) {
        return paper.post(path, "[" + String.join(",", items) + "]");
    }

    /** Sends a request without letting any time pass. */
    private Paper.Reply atOnce(String path, String body) {
        return paper.raw(
                "POST",
                path,
                body.getBytes(UTF_8),
                Paper.signed("POST", path, body, paper.now().toString(), Paper.KEY));
    }

    private Paper.Reply look(String clOrdId) {
        return paper.get("/api/v5/trade/order?instId=BTC-USDT-SWAP&clOrdId=" + clOrdId);
    }

    private List<String> pending() {
        return all(paper.get("/api/v5/trade/orders-pending"), "clOrdId");
    }

    private static List<String> all(Paper.Reply reply, String field) {
        return reply.data().stream()
                .map(row -> (String) ((Map<?, ?>) row).get(field))
                .toList();
    }
}
