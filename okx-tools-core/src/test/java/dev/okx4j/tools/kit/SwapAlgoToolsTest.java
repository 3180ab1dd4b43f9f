package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.tools.Exchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class SwapAlgoToolsTest {
    private static final String PLACE = "POST /api/v5/trade/order-algo";

    private final Exchange exchange = new Exchange();

    private Map<?, ?> place(Object... more) {
        Object[] order = {"instId", "BTC-USDT-SWAP", "tdMode", "isolated", "side", "sell"};
        Object[] all = new Object[order.length + more.length];
        System.arraycopy(order, 0, all, 0, order.length);
        System.arraycopy(more, 0, all, order.length, more.length);
        return exchange.call("swap_place_algo_order", all);
    }

    @Test
    void place_stopLoss_isSentUnderItsOwnClientId() {
        Map<?, ?> result = place(
                "ordType",
                "conditional",
                "sz",
                "0.08",
                "slTriggerPx",
                "57000",
                "slOrdPx",
                "-1",
                "reduceOnly",
                true,
                "clOrdId",
                "stop1",
                "slTriggerPxType",
                "mark");
        Map<String, Object> sent = exchange.wire().bodies(PLACE).get(0);
        assertThat(sent)
                .containsEntry("ordType", "conditional")
                .containsEntry("slTriggerPx", "57000")
                .containsEntry("slOrdPx", "-1")
                .containsEntry("slTriggerPxType", "mark")
                .containsEntry("algoClOrdId", "stop1")
                .containsEntry("tag", "MCP")
                .doesNotContainKey("clOrdId");
        Map<?, ?> data = (Map<?, ?>) result.get("data");
        assertThat(data.get("algoId")).isEqualTo("680800019749904384");
        assertThat(data.get("algoClOrdId")).isEqualTo("stop1");
        assertThat(result.get("hint")).asString().contains("swap_get_algo_orders");
    }

    @Test
    void place_trailingStop_usesTheNamesOfTheExchange() {
        place("ordType", "move_order_stop", "sz", "1", "callbackRatio", "0.01", "activePx", "61000");
        assertThat(exchange.wire().bodies(PLACE).get(0))
                .containsEntry("callbackRatio", "0.01")
                .containsEntry("activePx", "61000");
    }

    @Test
    void place_money_isConverted() {
        Map<?, ?> result = place(
                "ordType", "conditional", "sz", "50", "tgtCcy", "quote_ccy", "slTriggerPx", "57000", "slOrdPx", "-1");
        assertThat(exchange.wire().bodies(PLACE).get(0))
                .containsEntry("sz", "0.08")
                .doesNotContainKey("tgtCcy");
        assertThat(result.get("conversion")).isNotNull();
    }

    @Test
    void place_withoutWhatItsKindNeeds_isRefused() {
        assertThat(place("ordType", "conditional", "sz", "1").get("message"))
                .asString()
                .contains("slTriggerPx");
        assertThat(place("ordType", "oco", "sz", "1", "slTriggerPx", "1", "slOrdPx", "-1")
                        .get("message"))
                .asString()
                .contains("needs tpTriggerPx");
        assertThat(place("ordType", "move_order_stop", "sz", "1").get("message"))
                .asString()
                .contains("callbackRatio");
        assertThat(place("ordType", "move_order_stop", "sz", "1", "callbackRatio", "0.1", "callbackSpread", "5")
                        .get("message"))
                .asString()
                .contains("either callbackRatio or callbackSpread");
        assertThat(exchange.wire().calls()).isEmpty();
    }

    @Test
    void get_allKinds_cutAtTheLimit_saysWhichKindToPage() {
        assertThat(exchange.call("swap_get_algo_orders", "limit", 1).get("hint"))
                .asString()
                .contains("ordType conditional or oco or move_order_stop");
        assertThat(exchange.call("swap_get_algo_orders", "limit", 2).get("hint"))
                .isNull();
    }

    @Test
    void get_allKinds_areThreeQuestionsWithoutACursor() {
        Map<?, ?> result = exchange.call("swap_get_algo_orders", "limit", 1);
        assertThat((List<?>) result.get("data")).hasSize(3);
        assertThat(result.containsKey("next")).isFalse();
        assertThat(exchange.wire().calls())
                .extracting(call -> call.query().get("ordType"))
                .containsExactly("conditional", "oco", "move_order_stop");
    }

    @Test
    void get_oneKind_canBePaged() {
        Map<?, ?> result = exchange.call("swap_get_algo_orders", "ordType", "conditional", "limit", 1);
        assertThat(result.get("next")).isEqualTo(Map.of("after", "1753184812254216192"));
    }

    @Test
    void get_history_asksForWhatWasSetOff() {
        exchange.call("swap_get_algo_orders", "status", "history", "ordType", "oco");
        exchange.call("swap_get_algo_orders", "status", "history", "ordType", "oco", "state", "canceled");
        exchange.call("swap_get_algo_orders", "ordType", "oco", "state", "canceled");
        assertThat(exchange.wire().calls())
                .extracting(call -> call.query().get("state"))
                .containsExactly("effective", "canceled", null);
    }
}
