package dev.okx4j.tools.paper;

import static dev.okx4j.tools.paper.PaperTrader.NVDA;
import static dev.okx4j.tools.paper.PaperTrader.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.testing.PaperOkx;
import dev.okx4j.tools.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every tool does its work at least once on a real exchange with recorded prices. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class EveryToolOnPaperTest {
    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start();

    private static final Map<String, Consumer<PaperTrader>> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put(
                "market_get_ticker",
                t -> assertThat(t.data("market_get_ticker", "instId", NVDA).get("last"))
                        .isEqualTo("225.6"));
        SCENARIOS.put(
                "market_get_tickers",
                t -> assertThat(t.rows("market_get_tickers", "instType", "SWAP"))
                        .hasSize(4)
                        .asString()
                        .contains(NVDA));
        SCENARIOS.put("market_get_orderbook", t -> {
            Map<?, ?> book = t.data("market_get_orderbook", "instId", NVDA, "sz", 5);
            assertThat((List<?>) book.get("asks")).hasSize(5);
            assertThat((List<?>) book.get("bids")).hasSize(5);
        });
        SCENARIOS.put("market_get_candles", t -> {
            assertThat(t.rows("market_get_candles", "instId", NVDA, "bar", "1Dutc", "limit", 3))
                    .hasSize(3);
            assertThat(t.rows("market_get_candles", "instId", "BTC-USDT-SWAP", "bar", "1H"))
                    .hasSize(100);
        });
        SCENARIOS.put(
                "market_get_instruments",
                t -> assertThat(t.rows("market_get_instruments", "instType", "SPOT"))
                        .asString()
                        .contains(XNVDA));
        SCENARIOS.put(
                "market_get_stock_tokens",
                t -> assertThat(((Map<?, ?>) t.rows("market_get_stock_tokens").get(0)).get("name"))
                        .asString()
                        .containsIgnoringCase("nvidia"));
        SCENARIOS.put(
                "spot_place_order", t -> assertThat(spotLimit(t).get("state")).isEqualTo("live"));
        SCENARIOS.put("spot_get_order", t -> {
            Object ordId = spotLimit(t).get("ordId");
            assertThat(t.data("spot_get_order", "instId", XNVDA, "ordId", ordId).get("px"))
                    .isEqualTo("200");
        });
        SCENARIOS.put("spot_cancel_order", t -> {
            Object ordId = spotLimit(t).get("ordId");
            assertThat(t.data("spot_cancel_order", "instId", XNVDA, "ordId", ordId)
                            .get("state"))
                    .isEqualTo("cancel accepted");
            assertThat(t.data("spot_get_order", "instId", XNVDA, "ordId", ordId).get("state"))
                    .isEqualTo("canceled");
        });
        SCENARIOS.put(
                "swap_place_order",
                t -> assertThat(((Map<?, ?>) t.buy("0.22").get("data")).get("state"))
                        .isEqualTo("filled"));
        SCENARIOS.put("swap_get_order", t -> {
            t.buy("0.22", "clOrdId", "mine1");
            assertThat(t.data("swap_get_order", "instId", NVDA, "clOrdId", "mine1")
                            .get("accFillSz"))
                    .isEqualTo("0.22");
        });
        SCENARIOS.put("swap_cancel_order", t -> {
            Object ordId = t.data(
                            "swap_place_order",
                            "instId",
                            NVDA,
                            "tdMode",
                            "cross",
                            "side",
                            "buy",
                            "ordType",
                            "limit",
                            "sz",
                            "1",
                            "px",
                            "200")
                    .get("ordId");
            assertThat(t.data("swap_cancel_order", "instId", NVDA, "ordId", ordId)
                            .get("state"))
                    .isEqualTo("cancel accepted");
        });
        SCENARIOS.put("swap_place_algo_order", t -> {
            t.buy("0.22");
            assertThat(t.stop("0.22", "214.33")).containsOnlyDigits();
        });
        SCENARIOS.put("swap_get_algo_orders", t -> {
            t.buy("0.22");
            String stop = t.stop("0.22", "214.33");
            assertThat(((Map<?, ?>) t.rows("swap_get_algo_orders").get(0)).get("algoId"))
                    .isEqualTo(stop);
        });
        SCENARIOS.put("swap_cancel_algo_orders", t -> {
            t.buy("0.22");
            List<Map<String, String>> both = List.of(
                    Map.of("algoId", t.stop("0.22", "214.33"), "instId", NVDA),
                    Map.of("algoId", t.stop("0.11", "213"), "instId", NVDA));
            assertThat(t.rows("swap_cancel_algo_orders", "orders", both)).hasSize(2);
            assertThat(t.rows("swap_get_algo_orders")).isEmpty();
        });
        SCENARIOS.put("swap_get_positions", t -> {
            t.buy("0.22");
            assertThat(((Map<?, ?>) t.rows("swap_get_positions").get(0)).get("pos"))
                    .isEqualTo("0.22");
        });
        SCENARIOS.put("swap_get_fills", t -> {
            t.buy("0.22");
            assertThat(t.rows("swap_get_fills", "instId", NVDA)).hasSize(1);
            assertThat(t.rows("swap_get_fills", "archive", true)).hasSize(1);
        });
        SCENARIOS.put(
                "swap_get_leverage",
                t -> assertThat(t.rows("swap_get_leverage", "instId", NVDA, "mgnMode", "isolated"))
                        .asString()
                        .contains("lever=1"));
        SCENARIOS.put("swap_set_leverage", t -> {
            t.call("swap_set_leverage", "instId", NVDA, "lever", "3", "mgnMode", "isolated");
            assertThat(t.rows("swap_get_leverage", "instId", NVDA, "mgnMode", "isolated"))
                    .asString()
                    .contains("lever=3");
            t.buy("3");
            Map<?, ?> position = (Map<?, ?>) t.rows("swap_get_positions").get(0);
            assertThat(position.get("lever")).isEqualTo("3");
        });
        SCENARIOS.put(
                "account_get_balance",
                t -> assertThat(t.data("account_get_balance").get("details"))
                        .asString()
                        .contains("cashBal=10000"));
        SCENARIOS.put(
                "account_get_bills",
                t -> assertThat(t.rows("account_get_bills")).hasSize(1));
        SCENARIOS.put(
                "system_get_capabilities",
                t -> assertThat(t.data("system_get_capabilities").get("venue")).isEqualTo("paper"));
        SCENARIOS.put("paper_clock", t -> {
            assertThat(t.data("paper_clock", "by", "1D").get("stopped")).isEqualTo("target");
            assertThat(t.data("paper_clock").get("marketTime")).isEqualTo("1787011200000");
        });
        SCENARIOS.put("paper_reset", t -> {
            t.buy("0.22");
            t.call("paper_reset", "balances", Map.of("USDT", "10000.10", "BTC", "0.5"));
            assertThat(t.rows("swap_get_positions")).isEmpty();
            assertThat(t.data("account_get_balance", "ccy", "USDT").get("details"))
                    .asString()
                    .contains("cashBal=10000.1");
        });
    }

    private static Map<?, ?> spotLimit(PaperTrader trader) {
        return trader.data(
                "spot_place_order",
                "instId",
                XNVDA,
                "tdMode",
                "cash",
                "side",
                "buy",
                "ordType",
                "limit",
                "sz",
                "1",
                "px",
                "200");
    }

    @TestFactory
    Stream<DynamicTest> everyTool_worksOnTheExchange() {
        PaperTrader trader = new PaperTrader(OKX.client());
        return SCENARIOS.entrySet().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.getKey(), () -> {
                    trader.call("paper_reset"); // dynamic tests share the extension's reset
                    scenario.getValue().accept(trader);
                }));
    }

    @Test
    void everyToolOnOffer_hasAScenario() {
        assertThat(SCENARIOS.keySet())
                .containsExactlyInAnyOrderElementsOf(new PaperTrader(OKX.client())
                        .registry().tools().stream().map(Tool::name).toList());
    }
}
