package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ResultsTest {
    private final Exchange exchange = new Exchange();

    @Test
    void result_isCompactAndLeavesOutWhatIsAbsent() {
        String text =
                exchange.result("market_get_ticker", "instId", "BTC-USDT-SWAP").text();
        assertThat(text)
                .startsWith("{\"venue\":\"demo\",\"data\":{")
                .contains("\"last\":\"60000\"", "\"ts\":\"1787227200000\"")
                .doesNotContain("sodUtc8", "asOf", ": ", "\n");
    }

    @Test
    void result_onRecordedPrices_saysOfWhen() {
        Exchange paper = new Exchange("paper");
        assertThat(paper.call("market_get_ticker", "instId", "BTC-USDT-SWAP").get("asOf"))
                .isEqualTo("2026-08-17T00:00:00Z");
        assertThat(paper.call("market_get_ticker", "instId", "BTC-USDT-SWAP").get("venue"))
                .isEqualTo("paper");
    }

    @Test
    void result_whoseTimeCannotBeTold_isStillTheResult() {
        Exchange paper = new Exchange("paper");
        paper.wire().refusal("GET /paper/v1/clock", "50013", "busy");
        Map<?, ?> result = paper.call(
                "swap_place_order",
                "instId",
                "BTC-USDT-SWAP",
                "tdMode",
                "isolated",
                "side",
                "buy",
                "ordType",
                "market",
                "sz",
                "0.08");
        assertThat(((Map<?, ?>) result.get("data")).get("state")).isEqualTo("filled");
        assertThat(result.containsKey("asOf")).isFalse();
    }

    @Test
    void result_ofManyRows_isCutAndSaysHowToGoOn() {
        String[] tickers = new String[700];
        for (int i = 0; i < tickers.length; i++) {
            tickers[i] = Rows.TICKER.replace("BTC-USDT-SWAP", "COIN" + i + "-USDT-SWAP");
        }
        exchange.wire().rows("GET /api/v5/market/tickers", tickers);
        Set<Object> seen = new HashSet<>();
        List<Object> arguments = new ArrayList<>(List.of("instType", "SWAP"));
        int pages = 0;
        while (true) {
            ToolResult result = exchange.result("market_get_tickers", arguments.toArray());
            assertThat(result.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(24 * 1024);
            Map<?, ?> tree = (Map<?, ?>) Json.parse(result.text());
            Map<?, ?> data = (Map<?, ?>) tree.get("data");
            assertThat((List<?>) data.get("columns")).hasSize(11).first().isEqualTo("instId");
            ((List<?>) data.get("rows"))
                    .forEach(row -> assertThat(seen.add(((List<?>) row).get(0))).isTrue());
            pages++;
            Map<?, ?> next = (Map<?, ?>) tree.get("next");
            if (next == null) {
                break;
            }
            arguments = new ArrayList<>(List.of("instType", "SWAP", "after", next.get("after")));
        }
        assertThat(seen).hasSize(700);
        assertThat(pages).isBetween(2, 6);
    }

    @Test
    void result_ofManyRowsWithoutCursor_saysHowMuchIsMissing() {
        String[] positions = new String[200];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = Rows.POSITION;
        }
        exchange.wire().rows("GET /api/v5/account/positions", positions);
        Map<?, ?> tree = exchange.call("swap_get_positions");
        int shown = ((List<?>) tree.get("data")).size();
        assertThat(((Map<?, ?>) tree.get("next")).get("omitted")).hasToString("" + (200 - shown));
        assertThat(((Map<?, ?>) tree.get("next")).get("hint")).asString().contains("filters");
    }

    @Test
    void result_thatCannotBeCut_isAnErrorWithAWayOut() {
        exchange.wire().rows("GET /api/v5/trade/order", Rows.ORDER.replace("\"c1\"", "\"" + "c".repeat(30_000) + "\""));
        Map<?, ?> error = exchange.call("swap_get_order", "instId", "BTC-USDT-SWAP", "ordId", "1");
        assertThat(error.get("code")).isEqualTo("RESULT_TOO_LARGE");
    }

    @Test
    void result_emptyList_isAnEmptyList() {
        exchange.wire().rows("GET /api/v5/account/positions");
        assertThat(exchange.result("swap_get_positions").text()).isEqualTo("{\"venue\":\"demo\",\"data\":[]}");
    }

    @Test
    void fullOrderBook_staysInsideTheLimit() {
        StringBuilder side = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            side.append(i == 0 ? "" : ",").append("[\"123456.789\",\"12345678.12345678\",\"0\",\"1234\"]");
        }
        exchange.wire()
                .rows(
                        "GET /api/v5/market/books",
                        "{\"asks\":[" + side + "],\"bids\":[" + side + "],\"ts\":\"1787227200000\",\"seqId\":1}");
        ToolResult result = exchange.result("market_get_orderbook", "instId", "BTC-USDT-SWAP", "sz", 400);
        assertThat(result.isError()).as(result.text()).isFalse();
        assertThat(result.text()).contains("\"cut\":\"the best 250 of 400 levels a side\"");
    }
}
