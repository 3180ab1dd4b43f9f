package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.tools.Exchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class MarketToolsTest {
    private final Exchange exchange = new Exchange();

    private List<String> paths() {
        return exchange.wire().calls().stream()
                .map(call -> call.path().replaceAll(".*/", ""))
                .toList();
    }

    @Test
    void candles_areRowsUnderOneHeaderWithACursor() {
        Map<?, ?> result = exchange.call("market_get_candles", "instId", "BTC-USDT", "bar", "1H", "limit", 3);
        Map<?, ?> data = (Map<?, ?>) result.get("data");
        assertThat(data.get("columns"))
                .isEqualTo(List.of("ts", "o", "h", "l", "c", "vol", "volCcy", "volCcyQuote", "confirm"));
        assertThat(((List<?>) data.get("rows")).get(0))
                .isEqualTo(List.of(
                        "1787227200000",
                        "60000.1",
                        "60010",
                        "59990.5",
                        "60001",
                        "1234.56",
                        "12.3456",
                        "740736.00",
                        "1"));
        assertThat(result.get("next")).isEqualTo(Map.of("after", "1787227080000"));
    }

    @Test
    void candles_shortAnswer_isTheLastPage() {
        exchange.wire()
                .rows(
                        "GET /api/v5/market/candles",
                        "[\"1787227200000\",\"1\",\"1\",\"1\",\"1\",\"0\",\"0\",\"0\",\"0\"]");
        assertThat(exchange.call("market_get_candles", "instId", "BTC-USDT").containsKey("next"))
                .isFalse();
    }

    @Test
    void candles_oldOnes_comeFromTheHistory() {
        exchange.call("market_get_candles", "instId", "BTC-USDT", "after", "1787011200000"); // 2.5 days ago
        exchange.call("market_get_candles", "instId", "BTC-USDT", "after", "1787140800000"); // 1 day ago
        exchange.call("market_get_candles", "instId", "BTC-USDT");
        assertThat(paths()).containsExactly("history-candles", "candles", "candles");
    }

    @Test
    void candles_onThePaperMarket_areOldByItsOwnTime() {
        Exchange paper = new Exchange("paper"); // its market stands at 2026-08-17, the wall at 2026-08-20
        paper.call("market_get_candles", "instId", "BTC-USDT", "after", "1786881600000"); // 2026-08-16T12:00
        assertThat(paper.wire().calls())
                .anySatisfy(call -> assertThat(call.path()).endsWith("market/candles"));
    }

    @Test
    void candles_noneRecentForATime_areLookedForInTheHistoryOnce() {
        exchange.call("market_get_candles", "instId", "EMPTY-USDT", "before", "1600000000000");
        exchange.call("market_get_candles", "instId", "EMPTY-USDT");
        assertThat(paths()).containsExactly("candles", "history-candles", "candles");
    }

    @Test
    void orderbook_levelsAreShort() {
        Map<?, ?> data = (Map<?, ?>) exchange.call("market_get_orderbook", "instId", "BTC-USDT-SWAP", "sz", 2)
                .get("data");
        assertThat(data.get("asks").toString()).isEqualTo("[[60000.1, 11, 4], [60000.5, 3, 1]]");
        assertThat(data.get("bids").toString()).isEqualTo("[[59999.9, 5, 2]]");
    }

    @Test
    void tickers_underlying_isSentAsFamily() {
        exchange.call("market_get_tickers", "instType", "OPTION", "uly", "BTC-USD");
        assertThat(exchange.wire().calls().get(0).query())
                .isEqualTo(Map.of("instType", "OPTION", "instFamily", "BTC-USD"));
    }

    @Test
    void tickers_cursorThatIsGone_isRefused() {
        assertThat(exchange.call("market_get_tickers", "instType", "SWAP", "after", "GONE-USDT-SWAP")
                        .get("message"))
                .asString()
                .contains("GONE-USDT-SWAP is not in this list");
    }

    @Test
    void demo_thatAgreesWithTheVenue_isAccepted() {
        assertThat(exchange.result("market_get_ticker", "instId", "BTC-USDT", "demo", true)
                        .isError())
                .isFalse();
        Exchange live = new Exchange("live");
        assertThat(live.result("market_get_ticker", "instId", "BTC-USDT", "demo", false)
                        .isError())
                .isFalse();
        Exchange paper = new Exchange("paper");
        assertThat(paper.result("market_get_ticker", "instId", "BTC-USDT", "demo", false)
                        .isError())
                .isFalse();
    }

    @Test
    void demo_thatAsksForAnotherEnvironment_isRefused() {
        assertThat(exchange.call("market_get_ticker", "instId", "BTC-USDT", "demo", false)
                        .get("message"))
                .isEqualTo("This server runs on demo; it has no live prices.");
        for (String venue : List.of("live", "paper")) {
            assertThat(new Exchange(venue)
                            .call("market_get_ticker", "instId", "BTC-USDT", "demo", true)
                            .get("message"))
                    .isEqualTo("This server runs on " + venue + "; it has no demo prices.");
        }
    }

    @Test
    void instruments_list_isRowsUnderOneHeader() {
        Map<?, ?> data = (Map<?, ?>)
                exchange.call("market_get_instruments", "instType", "SWAP").get("data");
        assertThat(data.get("columns").toString()).contains("instId", "ctVal", "lotSz", "minSz");
        assertThat(((List<?>) data.get("rows"))).hasSize(5);
        assertThat(((List<?>) data.get("rows")).get(0).toString()).startsWith("[BTC-USDT-SWAP, live, 1, USDT, 0.01");
    }

    @Test
    void instruments_one_hasAllItsFields() {
        Map<?, ?> result = exchange.call("market_get_instruments", "instType", "SWAP", "instId", "ETH-USDT-SWAP");
        assertThat(((Map<?, ?>) ((List<?>) result.get("data")).get(0)).get("listTime"))
                .isEqualTo("1611916860000");
    }

    @Test
    void stockTokens_carryTheNameOfTheCompany() {
        Map<?, ?> swap =
                (Map<?, ?>) ((List<?>) exchange.call("market_get_stock_tokens").get("data")).get(0);
        assertThat(swap.get("instId")).isEqualTo("NVDA-USDT-SWAP");
        assertThat(swap.get("name")).isEqualTo("NVIDIA");
        assertThat(swap.get("instCategory")).isEqualTo("3");
        Map<?, ?> spot = (Map<?, ?>) ((List<?>) exchange.call("market_get_stock_tokens", "instType", "SPOT")
                        .get("data"))
                .get(0);
        assertThat(spot.get("instId")).isEqualTo("XNVDA-USDT");
        assertThat(spot.get("name")).isEqualTo("NVIDIA");
    }

    @Test
    void stockNames_ofWhatIsNoStock_areNone() {
        assertThat(StockNames.of("AAPL-USDT-SWAP")).isEqualTo("Apple");
        assertThat(StockNames.of("XRP-USDT")).isNull();
        assertThat(StockNames.of("XAAPL-USDT-SWAP")).isNull();
        assertThat(StockNames.of("TEST01-USDT-SWAP")).isNull();
        assertThat(StockNames.of("")).isNull();
    }
}
