package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.tools.Exchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class SwapOrderToolsTest {
    private static final String PLACE = "POST /api/v5/trade/order";

    private final Exchange exchange = new Exchange();

    private Map<?, ?> place(Object... more) {
        Object[] order = {"instId", "BTC-USDT-SWAP", "tdMode", "isolated", "side", "buy", "ordType", "market"};
        Object[] all = new Object[order.length + more.length];
        System.arraycopy(order, 0, all, 0, order.length);
        System.arraycopy(more, 0, all, order.length, more.length);
        return exchange.call("swap_place_order", all);
    }

    private Map<String, Object> sent() {
        return exchange.wire().bodies(PLACE).get(0);
    }

    @Test
    void place_contracts_sendsThemAndShowsTheFill() {
        Map<?, ?> result = place("sz", "0.08");
        assertThat(sent())
                .containsEntry("sz", "0.08")
                .containsEntry("tag", "MCP")
                .doesNotContainKeys("tgtCcy", "px", "reduceOnly", "attachAlgoOrds");
        assertThat(sent().get("clOrdId")).asString().matches("[A-Za-z0-9]{1,32}");
        Map<?, ?> data = (Map<?, ?>) result.get("data");
        assertThat(data.get("state")).isEqualTo("filled");
        assertThat(data.get("avgPx")).isEqualTo("60000.1");
        assertThat(data.get("fee")).isEqualTo("-0.024");
        assertThat(data.get("notional"))
                .as("0.08 contracts of 0.01 BTC at 60000.1")
                .isEqualTo("48.00008");
        assertThat(result.containsKey("conversion")).isFalse();
    }

    @Test
    void place_money_sendsContractsAndSaysHowItConverted() {
        Map<?, ?> result = place("sz", "50", "tgtCcy", "quote_ccy");
        assertThat(sent()).containsEntry("sz", "0.08").doesNotContainKey("tgtCcy");
        assertThat(result.get("conversion"))
                .isEqualTo(Map.of(
                        "asked", "50 USDT of notional", "price", "60000", "contracts", "0.08", "notional", "48 USDT"));
    }

    @Test
    void place_margin_asksForTheLeverageOfTheSide() {
        place("sz", "100", "tgtCcy", "margin", "tdMode", "cross");
        assertThat(sent()).as("the first side has 10").containsEntry("sz", "1.66");
        exchange.wire().calls().clear();
        place("sz", "100", "tgtCcy", "margin", "posSide", "short");
        assertThat(sent()).as("short has 5").containsEntry("sz", "0.83").containsEntry("posSide", "short");
        assertThat(exchange.wire().calls())
                .anySatisfy(call -> assertThat(call.query()).containsEntry("mgnMode", "isolated"));
    }

    @Test
    void place_tooLittleMoney_placesNothing() {
        Map<?, ?> error = place("sz", "1", "tgtCcy", "quote_ccy");
        assertThat(error.get("type")).isEqualTo("ValidationError");
        assertThat(error.get("message")).asString().contains("0.01 contracts, about 6.00 USDT");
        assertThat(exchange.wire().bodies(PLACE)).isEmpty();
    }

    @Test
    void place_sizesThatTheKitPosts_areRefusedBeforeAnythingIsAsked() {
        for (String sz : new String[] {"NaN", "Infinity", "abc", "100abc", " 100 ", "1e3", "-5", "0"}) {
            assertThat(place("sz", sz, "tgtCcy", "quote_ccy").get("type"))
                    .as(sz)
                    .isEqualTo("ValidationError");
        }
        assertThat(place("sz", "10", "tgtCcy", "QUOTE_CCY").get("message"))
                .asString()
                .contains("Did you mean quote_ccy?");
        assertThat(exchange.wire().calls()).isEmpty();
    }

    @Test
    void place_marginOfAnInverseContract_isRefused() {
        Map<?, ?> error = exchange.call(
                "swap_place_order",
                "instId",
                "BTC-USD-SWAP",
                "tdMode",
                "cross",
                "side",
                "buy",
                "ordType",
                "market",
                "sz",
                "1000",
                "tgtCcy",
                "margin");
        assertThat(error.get("message")).asString().contains("margin of BTC-USD-SWAP is in coin");
    }

    @Test
    void place_moneyOfAnUnknownContract_isRefused() {
        Map<?, ?> error = exchange.call(
                "swap_place_order",
                "instId",
                "BTC-USDT-261225",
                "tdMode",
                "cross",
                "side",
                "buy",
                "ordType",
                "market",
                "sz",
                "1000",
                "tgtCcy",
                "quote_ccy");
        assertThat(error.get("message")).asString().contains("There is no swap BTC-USDT-261225 here");
    }

    @Test
    void place_limitWithoutPrice_isRefused() {
        Map<?, ?> error = place("sz", "1", "ordType", "limit");
        assertThat(error.get("message")).asString().contains("ordType limit needs px");
        assertThat(exchange.wire().calls()).isEmpty();
    }

    @Test
    void place_withStops_attachesThem() {
        place("sz", "1", "tpTriggerPx", "65000", "tpOrdPx", "-1", "slTriggerPx", "55000", "slOrdPx", "-1");
        assertThat(sent().get("attachAlgoOrds"))
                .isEqualTo(List.of(
                        Map.of("tpTriggerPx", "65000", "tpOrdPx", "-1", "slTriggerPx", "55000", "slOrdPx", "-1")));
    }

    @Test
    void place_halfAStop_isRefused() {
        assertThat(place("sz", "1", "slTriggerPx", "55000").get("message"))
                .asString()
                .contains("slTriggerPx and slOrdPx go together");
    }

    @Test
    void place_readingBackFails_isStillAPlacedOrder() {
        exchange.wire().refusal("GET /api/v5/trade/order", "50013", "busy");
        Map<?, ?> result = place("sz", "1", "clOrdId", "mine1");
        assertThat(((Map<?, ?>) result.get("data")).get("state")).isEqualTo("accepted");
        assertThat(((Map<?, ?>) result.get("data")).get("clOrdId")).isEqualTo("mine1");
        assertThat(result.get("hint")).asString().contains("was taken", "swap_get_order");
    }

    @Test
    void place_instrumentCannotBeRead_isPlacedWithoutNotional() {
        exchange.wire().refusal("GET /api/v5/public/instruments", "50013", "busy");
        Map<?, ?> data = (Map<?, ?>) place("sz", "1").get("data");
        assertThat(data.get("state")).isEqualTo("filled");
        assertThat(data.containsKey("notional")).isFalse();
    }

    @Test
    void cancel_byEitherId_isSent() {
        Map<?, ?> result = exchange.call("swap_cancel_order", "instId", "BTC-USDT-SWAP", "ordId", "42");
        assertThat(((Map<?, ?>) result.get("data")).get("state")).isEqualTo("cancel accepted");
        assertThat(((Map<?, ?>) result.get("data")).get("ordId")).isEqualTo("42");
        assertThat(result.get("hint")).asString().contains("swap_get_order");
        exchange.call("swap_cancel_order", "instId", "BTC-USDT-SWAP", "clOrdId", "mine1");
        assertThat(exchange.wire().bodies("POST /api/v5/trade/cancel-order"))
                .last()
                .isEqualTo(Map.of("instId", "BTC-USDT-SWAP", "clOrdId", "mine1"));
    }

    @Test
    void cancelAndGet_withoutId_areRefused() {
        for (String tool : List.of("swap_cancel_order", "swap_get_order", "spot_cancel_order", "spot_get_order")) {
            assertThat(exchange.call(tool, "instId", "BTC-USDT").get("message"))
                    .as(tool)
                    .asString()
                    .contains("Neither ordId nor clOrdId");
        }
        assertThat(exchange.wire().calls()).isEmpty();
    }

    @Test
    void get_order_showsWhatIsPresent() {
        Map<?, ?> data =
                (Map<?, ?>) exchange.call("swap_get_order", "instId", "BTC-USDT-SWAP", "ordId", "680800019749904384")
                        .get("data");
        assertThat(data.get("avgPx")).isEqualTo("60000.1");
        assertThat(data.containsKey("px")).isFalse();
        assertThat(data.toString()).doesNotContain("cancelSource", "attachAlgoOrds", "linkedAlgoOrd");
    }
}
