package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaginationTest {
    private final Paper paper = new Paper();

    @Test
    void pending_pagesByOrderId_newestFirst() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.add(
                    0,
                    paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "o" + i)
                            .text("ordId"));
        }
        String pending = "/api/v5/trade/orders-pending";
        assertThat(ids(pending, "ordId")).isEqualTo(placed);
        assertThat(ids(pending + "?limit=3", "ordId")).isEqualTo(placed.subList(0, 3));
        assertThat(ids(pending + "?limit=3&after=" + placed.get(2), "ordId")).isEqualTo(placed.subList(3, 6));
        assertThat(ids(pending + "?before=" + placed.get(2), "ordId")).isEqualTo(placed.subList(0, 2));
        assertThat(ids(pending + "?after=" + placed.get(6), "ordId")).isEmpty();
        assertThat(ids(pending + "?instId=ETH-USDT-SWAP", "ordId")).isEmpty();
        assertThat(ids(pending + "?instType=SPOT", "ordId")).isEmpty();
        assertThat(ids(pending + "?ordType=post_only,limit", "ordId")).hasSize(7);
    }

    @Test
    void fillsAndBills_pageByBillId() {
        for (int i = 0; i < 5; i++) {
            paper.buy("NVDA-USDT-SWAP", "isolated", "0.1");
        }
        List<String> bills = ids("/api/v5/trade/fills", "billId");
        assertThat(bills).hasSize(5).doesNotHaveDuplicates();
        assertThat(ids("/api/v5/trade/fills?limit=2&after=" + bills.get(1), "billId"))
                .isEqualTo(bills.subList(2, 4));
        assertThat(ids("/api/v5/account/bills?type=2", "billId")).isEqualTo(bills);
        assertThat(ids("/api/v5/account/bills?type=2&limit=1", "billId")).isEqualTo(bills.subList(0, 1));
    }

    @Test
    void candles_pageByTheirStart_newestFirst() {
        String candles = "/api/v5/market/candles?instId=BTC-USDT-SWAP&bar=1H&limit=5";
        List<String> newest = starts(candles);
        assertThat(newest).hasSize(5).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        List<String> older = starts(candles + "&after=" + newest.get(4));
        assertThat(Long.parseLong(older.get(0))).isEqualTo(Long.parseLong(newest.get(4)) - 3_600_000);
        assertThat(starts(candles + "&before=" + newest.get(2))).isEqualTo(newest.subList(0, 2));
        assertThat(starts("/api/v5/market/candles?instId=BTC-USDT-SWAP&bar=5m")).hasSize(100);
        assertThat(starts("/api/v5/market/candles?instId=BTC-USDT-SWAP&bar=5m&limit=999"))
                .hasSize(300);
        assertThat(starts(candles + "&after=9223372036854775807")).isEqualTo(newest);
    }

    @Test
    void retention_goesByMarketTime() {
        paper.buy("NVDA-USDT-SWAP", "isolated", "0.1");
        String unfilled = paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "gone")
                .text("ordId");
        paper.post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"" + unfilled + "\"}");
        String look = "/api/v5/trade/order?instId=BTC-USDT-SWAP&ordId=" + unfilled;
        assertThat(paper.get(look).text("state")).isEqualTo("canceled");
        paper.post("/paper/v1/clock", "{\"by\":\"2H\"}");
        assertThat(paper.get(look).code()).isEqualTo("51603");
        assertThat(paper.get("/api/v5/trade/fills").data()).hasSize(1);
        paper.post("/paper/v1/clock", "{\"by\":\"3D\"}");
        assertThat(paper.get("/api/v5/trade/fills").data()).isEmpty();
        assertThat(paper.get("/api/v5/trade/fills-history?instType=SWAP").data())
                .hasSize(1);
        assertThat(paper.get("/api/v5/trade/orders-history?instType=SWAP").data())
                .hasSize(1);
        assertThat(paper.get("/api/v5/trade/orders-history-archive?instType=SWAP")
                        .data())
                .hasSize(1);
    }

    @Test
    void histories_keepWhatEndedInTheirTime() {
        assertThat(paper.post("/paper/v1/reset", "{\"start\":\"2026-08-01T00:00:00Z\"}")
                        .code())
                .isEqualTo("0");
        paper.buy("BTC-USDT-SWAP", "cross", "0.1");
        paper.post("/paper/v1/clock", "{\"by\":\"1W\"}");

        assertThat(paper.get("/api/v5/trade/orders-history?instType=SWAP").data())
                .isEmpty();
        assertThat(paper.get("/api/v5/trade/orders-history-archive?instType=SWAP")
                        .data())
                .hasSize(1);
        assertThat(paper.get("/api/v5/trade/orders-history-archive?instType=SPOT")
                        .data())
                .isEmpty();
        assertThat(paper.get("/api/v5/trade/fills-history?instType=SWAP").data())
                .hasSize(1);
    }

    @Test
    void history_filtersByTimeOfCreation_stateAndKind() {
        String start = paper.get("/paper/v1/clock").text("marketTime");
        paper.buy("BTC-USDT-SWAP", "cross", "0.1");
        paper.post("/paper/v1/clock", "{\"by\":\"1H\"}");
        paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "gone");
        paper.post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"gone\"}");
        String history = "/api/v5/trade/orders-history?instType=SWAP";
        List<String> both = ids(history, "ordId");

        assertThat(both).hasSize(2);
        assertThat(ids(history + "&end=" + start, "ordId")).isEqualTo(both.subList(1, 2));
        assertThat(ids(history + "&begin=" + (Long.parseLong(start) + 1), "ordId"))
                .isEqualTo(both.subList(0, 1));
        assertThat(ids(history + "&begin=" + start + "&limit=1", "ordId")).isEqualTo(both.subList(0, 1));
        assertThat(ids(history + "&after=" + both.get(0), "ordId")).isEqualTo(both.subList(1, 2));
        assertThat(ids(history + "&before=" + both.get(1), "ordId")).isEqualTo(both.subList(0, 1));
        assertThat(ids(history + "&state=filled", "ordId")).isEqualTo(both.subList(1, 2));
        assertThat(ids(history + "&ordType=limit", "ordId")).isEqualTo(both.subList(0, 1));
        assertThat(ids(history + "&category=full_liquidation", "ordId")).isEmpty();
        assertThat(ids(history + "&instFamily=ETH-USDT", "ordId")).isEmpty();
        String fills = "/api/v5/trade/fills";
        assertThat(ids(fills + "?end=" + start, "ordId")).isEqualTo(both.subList(1, 2));
        assertThat(ids(fills + "?begin=" + (Long.parseLong(start) + 1), "ordId"))
                .isEmpty();
        assertThat(ids(fills + "?ordId=" + both.get(0), "ordId")).isEmpty();
    }

    private List<String> ids(String target, String field) {
        return paper.get(target).data().stream()
                .map(row -> (String) ((Map<?, ?>) row).get(field))
                .toList();
    }

    private List<String> starts(String target) {
        return paper.get(target).data().stream()
                .map(row -> (String) ((List<?>) row).get(0))
                .toList();
    }
}
