package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.rest.Access;
import dev.okx4j.client.rest.Endpoint;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is called a read reaches nothing that writes, whatever its arguments. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ReadMeansReadTest {
    private static final Map<String, Object[][]> CALLS = Map.ofEntries(
            Map.entry("market_get_ticker", new Object[][] {{"instId", "BTC-USDT-SWAP"}}),
            Map.entry("market_get_tickers", new Object[][] {{"instType", "SWAP"}}),
            Map.entry("market_get_orderbook", new Object[][] {{"instId", "BTC-USDT-SWAP", "sz", 5}}),
            Map.entry("market_get_candles", new Object[][] {
                {"instId", "BTC-USDT-SWAP"}, {"instId", "BTC-USDT-SWAP", "after", "1700000000000"}
            }),
            Map.entry("market_get_instruments", new Object[][] {{"instType", "SPOT"}, {"instType", "SWAP"}}),
            Map.entry("market_get_stock_tokens", new Object[][] {{}, {"instType", "SPOT"}}),
            Map.entry("spot_get_order", new Object[][] {{"instId", "BTC-USDT", "ordId", "1"}}),
            Map.entry("swap_get_order", new Object[][] {{"instId", "BTC-USDT-SWAP", "clOrdId", "c1"}}),
            Map.entry("swap_get_positions", new Object[][] {{}}),
            Map.entry("swap_get_algo_orders", new Object[][] {{}, {"status", "history", "ordType", "oco"}}),
            Map.entry("swap_get_fills", new Object[][] {{}, {"archive", true}}),
            Map.entry("swap_get_leverage", new Object[][] {{"instId", "BTC-USDT-SWAP", "mgnMode", "cross"}}),
            Map.entry("account_get_balance", new Object[][] {{}, {"ccy", "USDT,BTC"}}),
            Map.entry("account_get_bills", new Object[][] {{}}),
            Map.entry("system_get_capabilities", new Object[][] {{}}));

    @Test
    void everyReadTool_reachesOnlyGetsOnPublicOrReadEndpoints() {
        Set<String> harmless = new HashSet<>(Set.of("GET /api/v5/trade/fills-history"));
        for (Endpoint<?> endpoint : OkxClient.endpoints()) {
            if (!endpoint.isWrite() && Set.of(Access.PUBLIC, Access.READ).contains(endpoint.access())) {
                harmless.add(endpoint.toString());
            }
        }
        for (Tool<?> tool : ToolRegistry.allTools()) {
            if (tool.access() == ToolAccess.READ) {
                assertThat(CALLS).as("a call for this test").containsKey(tool.name());
                for (Object[] arguments : CALLS.get(tool.name())) {
                    Exchange exchange = new Exchange();
                    ToolResult result = exchange.result(tool.name(), arguments);
                    assertThat(result.isError())
                            .as("%s: %s", tool.name(), result.text())
                            .isFalse();
                    assertThat(exchange.wire().calls()).as(tool.name()).allSatisfy(call -> {
                        assertThat(call.write()).isFalse();
                        assertThat(call.body()).isEqualTo("");
                        assertThat(harmless).contains(call.method() + " " + call.path());
                    });
                }
            }
        }
    }
}
