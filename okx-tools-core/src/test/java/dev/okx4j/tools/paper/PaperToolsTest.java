package dev.okx4j.tools.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.tools.Exchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class PaperToolsTest {
    private final Exchange exchange = new Exchange("paper");

    private List<Map<String, Object>> moved() {
        return exchange.wire().bodies("POST /paper/v1/clock");
    }

    @Test
    void clock_withoutArguments_onlyTells() {
        Map<?, ?> result = exchange.call("paper_clock");
        assertThat(((Map<?, ?>) result.get("data")).get("scenario")).isEqualTo("default");
        assertThat(result.get("asOf")).isEqualTo("2026-08-17T00:00:00Z");
        assertThat(moved()).isEmpty();
        exchange.call("paper_clock", "untilFill", false);
        assertThat(moved()).isEmpty();
    }

    @Test
    void clock_moved_showsWhatHappenedWithItsEvidence() {
        Map<?, ?> data = (Map<?, ?>) exchange.call("paper_clock", "by", "4H").get("data");
        assertThat(moved()).containsExactly(Map.of("by", "4H"));
        assertThat(data.get("stopped")).isEqualTo("target");
        Map<?, ?> event = (Map<?, ?>) ((List<?>) data.get("events")).get(0);
        assertThat(event.get("type")).isEqualTo("fill");
        assertThat(((Map<?, ?>) event.get("evidence")).get("rule")).isEqualTo("open-high-low-close");
        assertThat(((Map<?, ?>) event.get("evidence")).get("grade")).isEqualTo("C");
        assertThat(data.get("more")).hasToString("0");
    }

    @Test
    void clock_everyWayToMove_isSent() {
        exchange.call("paper_clock", "to", "2026-08-21T00:00:00Z");
        exchange.call("paper_clock", "to", "1787270400000", "untilFill", true);
        exchange.call("paper_clock", "untilFill", true);
        assertThat(moved())
                .containsExactly(
                        Map.of("to", "2026-08-21T00:00:00Z"),
                        Map.of("to", "1787270400000", "untilFill", true),
                        Map.of("untilFill", true));
    }

    @Test
    void clock_twoTargetsOrNone_areRefused() {
        assertThat(exchange.call("paper_clock", "to", "2026-08-21T00:00:00Z", "by", "1D")
                        .get("message"))
                .isEqualTo("to and by are both given.");
        assertThat(exchange.call("paper_clock", "by", "tomorrow").get("message"))
                .asString()
                .contains("15m, 4H, 1D");
        assertThat(exchange.call("paper_clock", "to", "21 August").get("message"))
                .asString()
                .contains("2026-08-17T00");
        assertThat(moved()).isEmpty();
    }

    @Test
    void reset_sendsStartAndBalances() {
        exchange.call("paper_reset");
        exchange.call("paper_reset", "start", "2026-08-17T00:00:00Z", "balances", Map.of("USDT", "500.50"));
        assertThat(exchange.wire().bodies("POST /paper/v1/reset"))
                .containsExactly(
                        Map.of(), Map.of("start", "2026-08-17T00:00:00Z", "balances", Map.of("USDT", "500.50")));
    }

    @Test
    void reset_sendsEveryDigitThatItWasGiven() {
        for (String amount : List.of("10000.10", "12345678901234567890.1234567891", "0.00000000000000000001")) {
            exchange.registry().call("paper_reset", object(Json.parse("{\"balances\":{\"USDT\":" + amount + "}}")));
        }
        exchange.call("paper_reset", "balances", Map.of("USDT", "12345678901234567890.1234567891"));
        assertThat(exchange.wire().bodies("POST /paper/v1/reset"))
                .extracting(body -> (Object) ((Map<?, ?>) body.get("balances")).get("USDT"))
                .containsExactly(
                        "10000.10",
                        "12345678901234567890.1234567891",
                        "0.00000000000000000001",
                        "12345678901234567890.1234567891");
    }

    @Test
    void clock_numbersInTheExchangesAnswer_keepEveryDigit() {
        for (String written : List.of("\"12345678901234567890.1234567891\"", "12345678901234567890.1234567891")) {
            exchange.wire()
                    .rows(
                            "POST /paper/v1/clock",
                            "{\"marketTime\":\"1786924800000\",\"more\":17,\"events\":[{\"type\":\"fill\",\"fillPx\":"
                                    + written + ",\"fillSz\":\"0.10\"}]}");
            Map<?, ?> data =
                    (Map<?, ?>) exchange.call("paper_clock", "by", "4H").get("data");
            Map<?, ?> event = (Map<?, ?>) ((List<?>) data.get("events")).get(0);
            assertThat(event.get("fillPx")).isEqualTo("12345678901234567890.1234567891");
            assertThat(event.get("fillSz")).isEqualTo("0.10");
            assertThat(data.get("more")).hasToString("17");
        }
    }

    @SuppressWarnings("unchecked") // Json.parse gives every object String keys
    private static Map<String, Object> object(Object tree) {
        return (Map<String, Object>) tree;
    }

    @Test
    void manyEvents_areCutInsideTheLimit() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            events.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"fill\",\"ordId\":\"")
                    .append(i)
                    .append("\",\"evidence\":{\"rule\":\"" + "x".repeat(100) + "\"}}");
        }
        exchange.wire().rows("POST /paper/v1/clock", "{\"marketTime\":\"1786924800000\",\"events\":[" + events + "]}");
        Map<?, ?> result = exchange.call("paper_clock", "by", "1W");
        int shown = ((List<?>) ((Map<?, ?>) result.get("data")).get("events")).size();
        assertThat(shown).isBetween(50, 399);
        assertThat(((Map<?, ?>) result.get("next")).get("omitted")).hasToString("" + (400 - shown));
    }
}
