package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The public tape: recorded trades and the account's own, newest first. */
@NullUnmarked
class TapeDeskTest {
    private static final String TRADES = "/api/v5/market/trades?instId=BTC-USDT-SWAP";
    private static final String HISTORY = "/api/v5/market/history-trades?instId=BTC-USDT-SWAP";

    private final Paper paper = ProductCalls.products();

    @Test
    void trades_areThoseRecordedUpToMarketTime_newestFirst() {
        ok("/paper/v1/clock", "{'by':'1H'}");
        List<String> times = column(TRADES, "ts");
        assertThat(times).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(Long.parseLong(times.get(0))).isLessThanOrEqualTo(marketTime());
        assertThat(column(TRADES + "&limit=2", "tradeId"))
                .isEqualTo(column(TRADES, "tradeId").subList(0, 2));
    }

    @Test
    void ownFill_isOnTheTape_withTheSideOfItsTaker() {
        paper.buy("BTC-USDT-SWAP", "cross", "0.1");
        Map<?, ?> newest = (Map<?, ?>) paper.get(TRADES).data().get(0);
        assertThat(newest.get("side")).isEqualTo("buy");
        assertThat(newest.get("sz")).isEqualTo("0.1");
        assertThat(newest.get("tradeId"))
                .isEqualTo(paper.get("/api/v5/trade/fills").text("tradeId"));
    }

    @Test
    void history_pagesByTradeId() {
        ok("/paper/v1/clock", "{'by':'2H'}");
        List<String> ids = column(HISTORY, "tradeId");
        assertThat(ids).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(column(HISTORY + "&limit=2&after=" + ids.get(1), "tradeId")).isEqualTo(ids.subList(2, 4));
        assertThat(column(HISTORY + "&before=" + ids.get(2), "tradeId")).isEqualTo(ids.subList(0, 2));
    }

    @Test
    void history_pagesByTime_butNotTowardsThePresent() {
        ok("/paper/v1/clock", "{'by':'2H'}");
        List<String> times = column(HISTORY, "ts");
        assertThat(column(HISTORY + "&type=2&limit=2&after=" + times.get(1), "ts"))
                .isEqualTo(times.subList(2, 4));
        Paper.Reply refused = paper.get(HISTORY + "&type=2&before=" + times.get(1));
        assertThat(refused.code()).isEqualTo("50039");
        assertThat(refused.data()).isEmpty();
        assertThat(paper.get(HISTORY + "&type=3").code()).isEqualTo("51000");
    }

    @Test
    void candleOnlyMarket_hasNoTradesButOwnOnes() {
        Paper candles = new Paper();
        assertThat(candles.get(TRADES).data()).isEmpty();
        candles.buy("BTC-USDT-SWAP", "cross", "0.1");
        assertThat(candles.get(TRADES).data()).hasSize(1);
    }

    @Test
    void booksFull_hasThreeColumns_andItsOwnDepth() {
        Map<?, ?> row =
                paper.get("/api/v5/market/books-full?instId=BTC-USDT&sz=3").row();
        assertThat((List<?>) ((List<?>) row.get("asks")).get(0)).hasSize(3);
        assertThat(row.containsKey("seqId")).isFalse();
        assertThat((List<?>) paper.get("/api/v5/market/books-full?instId=BTC-USDT")
                        .row()
                        .get("asks"))
                .hasSize(1);
    }

    private long marketTime() {
        return Long.parseLong(paper.get("/paper/v1/clock").text("marketTime"));
    }

    private List<String> column(String target, String field) {
        paper.pass(Duration.ofSeconds(2));
        Paper.Reply reply = paper.get(target);
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
        return reply.data().stream()
                .map(row -> (String) ((Map<?, ?>) row).get(field))
                .toList();
    }

    private void ok(String target, String body) {
        Paper.Reply reply = paper.post(target, body.replace('\'', '"'));
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
    }
}
