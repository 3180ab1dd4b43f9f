package dev.okx4j.tools.paper;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(((Map<?, ?>) event.get("evidence")).get("bar")).hasToString("1");
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
    void manyEvents_areCutInsideTheLimit() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            events.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"funding\",\"n\":")
                    .append(i)
                    .append(",\"why\":\"" + "x".repeat(100) + "\"}");
        }
        exchange.wire().rows("POST /paper/v1/clock", "{\"marketTime\":\"1786924800000\",\"events\":[" + events + "]}");
        Map<?, ?> result = exchange.call("paper_clock", "by", "1W");
        int shown = ((List<?>) ((Map<?, ?>) result.get("data")).get("events")).size();
        assertThat(shown).isBetween(50, 399);
        assertThat(((Map<?, ?>) result.get("next")).get("omitted")).hasToString("" + (400 - shown));
    }
}
