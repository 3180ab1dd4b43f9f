package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Indices, mark prices and their candles. */
@NullUnmarked
class IndexDeskTest {
    private final Paper paper = ProductCalls.products();

    @Test
    void ticker_ofOneIndex_isTheRecordedIndex() {
        Map<?, ?> row = paper.get("/api/v5/market/index-tickers?instId=BTC-USD").row();
        assertThat(row.get("instId")).isEqualTo("BTC-USD");
        assertThat(row.get("idxPx"))
                .isEqualTo(
                        paper.get("/api/v5/market/index-components?index=BTC-USD")
                                                .body()
                                                .get("data")
                                        instanceof Map<?, ?> data
                                ? data.get("last")
                                : null);
        assertThat(row.get("idxPx"))
                .isNotEqualTo(
                        paper.get("/api/v5/market/ticker?instId=BTC-USD-SWAP").text("last"));
    }

    @Test
    void tickers_ofACurrency_areThoseQuotedInIt() {
        assertThat(names("/api/v5/market/index-tickers?quoteCcy=USD")).containsExactly("BTC-USD");
        assertThat(names("/api/v5/market/index-tickers?quoteCcy=USDT")).containsExactly("BTC-USDT");
        assertThat(names("/api/v5/market/index-tickers?quoteCcy=EUR")).isEmpty();
        assertThat(paper.get("/api/v5/market/index-tickers").code()).isEqualTo("50015");
        assertThat(paper.get("/api/v5/market/index-tickers?instId=ETH-USD").code())
                .isEqualTo("51014");
    }

    @Test
    void components_areOneInstrumentWithAllOfTheWeight_asAnObject() {
        Object data = paper.get("/api/v5/market/index-components?index=BTC-USDT")
                .body()
                .get("data");
        assertThat(data).isInstanceOf(Map.class);
        List<?> parts = (List<?>) ((Map<?, ?>) data).get("components");
        assertThat(parts).hasSize(1);
        assertThat(((Map<?, ?>) parts.get(0)).get("wgt")).isEqualTo("1");
        assertThat(((Map<?, ?>) parts.get(0)).get("symbol")).isEqualTo("BTC/USDT");
    }

    @Test
    void markPrice_isTheRecordedOne_andMarginGoesByIt() {
        String mark = paper.get("/api/v5/public/mark-price?instType=SWAP&instId=BTC-USDT-SWAP")
                .text("markPx");
        assertThat(mark)
                .isNotEqualTo(
                        paper.get("/api/v5/market/ticker?instId=BTC-USDT-SWAP").text("last"));
        paper.buy("BTC-USDT-SWAP", "cross", "0.1");
        assertThat(paper.get("/api/v5/account/positions").text("markPx")).isEqualTo(mark);
        assertThat(paper.get("/api/v5/public/mark-price?instType=SPOT").code()).isEqualTo("51000");
        assertThat(paper.get("/api/v5/public/mark-price?instId=BTC-USDT-SWAP").code())
                .isEqualTo("0");
        assertThat(paper.get("/api/v5/public/mark-price").code()).isEqualTo("50014");
    }

    @Test
    void candles_ofMarkAndIndex_haveSixColumns_andPage() {
        for (String target : List.of(
                "/api/v5/market/mark-price-candles?instId=BTC-USD-SWAP&bar=1H",
                "/api/v5/market/history-mark-price-candles?instId=BTC-USD-SWAP&bar=1H",
                "/api/v5/market/index-candles?instId=BTC-USD&bar=1H",
                "/api/v5/market/history-index-candles?instId=BTC-USD&bar=1H")) {
            paper.pass(Duration.ofSeconds(2));
            List<?> rows = paper.get(target + "&limit=3").data();
            assertThat(rows).as(target).hasSize(3);
            assertThat((List<?>) rows.get(0)).as(target).hasSize(6);
            String second = (String) ((List<?>) rows.get(1)).get(0);
            paper.pass(Duration.ofSeconds(2));
            assertThat(paper.get(target + "&limit=1&after=" + second).data()).isEqualTo(rows.subList(2, 3));
        }
        assertThat(paper.get("/api/v5/market/mark-price-candles?instId=BTC-USDT&bar=1H")
                        .code())
                .isEqualTo("51000");
        assertThat(paper.get("/api/v5/market/index-candles?instId=ETH-USD&bar=1H")
                        .code())
                .isEqualTo("51014");
    }

    @Test
    void candles_ofAnIndexWithoutARecord_areThoseOfWhatItFollows() {
        Paper candles = new Paper();
        List<?> trades = candles.get("/api/v5/market/candles?instId=BTC-USDT-SWAP&bar=1H&limit=2")
                .data();
        List<?> index = candles.get("/api/v5/market/index-candles?instId=BTC-USDT&bar=1H&limit=2")
                .data();
        for (int i = 0; i < 2; i++) {
            assertThat(((List<?>) index.get(i)).subList(0, 5)).isEqualTo(((List<?>) trades.get(i)).subList(0, 5));
        }
    }

    @Test
    void platformVolume_isThatOfTheListedInstruments() {
        assertThat(new BigDecimal(paper.get("/api/v5/market/platform-24-volume").text("volUsd")))
                .isPositive();
        assertThat(paper.get("/api/v5/market/platform-24-volume").text("volCny"))
                .isEmpty();
    }

    private List<String> names(String target) {
        return paper.get(target).data().stream()
                .map(row -> (String) ((Map<?, ?>) row).get("instId"))
                .toList();
    }
}
