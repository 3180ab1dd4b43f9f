package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.tools.Exchange;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class SpotToolsTest {
    private final Exchange exchange = new Exchange();

    private Map<?, ?> buy(Object... more) {
        Object[] order = {"instId", "BTC-USDT", "tdMode", "cash", "side", "buy"};
        Object[] all = new Object[order.length + more.length];
        System.arraycopy(order, 0, all, 0, order.length);
        System.arraycopy(more, 0, all, order.length, more.length);
        return exchange.call("spot_place_order", all);
    }

    @Test
    void place_market_passesTheUnitOnAndShowsTheNotional() {
        Map<?, ?> result = buy("ordType", "market", "sz", "50", "tgtCcy", "quote_ccy");
        assertThat(exchange.wire().bodies("POST /api/v5/trade/order").get(0))
                .containsEntry("tgtCcy", "quote_ccy")
                .containsEntry("sz", "50")
                .containsEntry("tdMode", "cash");
        assertThat(((Map<?, ?>) result.get("data")).get("notional"))
                .as("0.08 at 60000.1")
                .isEqualTo("4800.008");
        assertThat(exchange.wire().calls()).as("the placement and one look").hasSize(2);
    }

    @Test
    void place_limitThatRests_isWorthItsOwnPrice() {
        exchange.wire()
                .rows(
                        "GET /api/v5/trade/order",
                        "{\"instType\":\"SPOT\",\"instId\":\"BTC-USDT\",\"ordId\":\"1\",\"side\":\"buy\","
                                + "\"tdMode\":\"cash\",\"ordType\":\"limit\",\"state\":\"live\",\"sz\":\"0.5\","
                                + "\"px\":\"59000\",\"accFillSz\":\"0\",\"avgPx\":\"\"}");
        Map<?, ?> data =
                (Map<?, ?>) buy("ordType", "limit", "sz", "0.5", "px", "59000").get("data");
        assertThat(data.get("state")).isEqualTo("live");
        assertThat(data.get("notional")).isEqualTo("29500");
    }

    @Test
    void place_withStops_attachesThem() {
        buy("ordType", "limit", "sz", "0.01", "px", "59000", "slTriggerPx", "55000", "slOrdPx", "-1");
        assertThat(exchange.wire().bodies("POST /api/v5/trade/order").get(0).get("attachAlgoOrds"))
                .hasToString("[{slTriggerPx=55000, slOrdPx=-1}]");
    }

    @Test
    void place_numbersAsLiterals_leaveAsStrings() {
        buy("ordType", "limit", "sz", new java.math.BigDecimal("0.010"), "px", new java.math.BigDecimal("59000"));
        assertThat(exchange.wire().bodies("POST /api/v5/trade/order").get(0))
                .containsEntry("sz", "0.010")
                .containsEntry("px", "59000");
    }

    @Test
    void cancel_and_get_useTheSpotIds() {
        assertThat(exchange.call("spot_cancel_order", "instId", "BTC-USDT", "ordId", "42")
                        .get("hint"))
                .asString()
                .contains("spot_get_order");
        exchange.call("spot_get_order", "instId", "BTC-USDT", "clOrdId", "mine");
        assertThat(exchange.wire().calls())
                .last()
                .hasToString("GET /api/v5/trade/order {instId=BTC-USDT, clOrdId=mine}");
    }
}
