package dev.okx4j.tools.paper;

import static dev.okx4j.tools.paper.PaperTrader.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.testing.PaperOkx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list that is longer than an answer is followed to its end, and every row is met once. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class PagingOnPaperTest {
    private static final int COPIES = 150;

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start();

    private final PaperTrader trader = new PaperTrader(OKX.client());

    @Test
    void billsAndFills_ofManyOrders_areFollowedToTheFirst() {
        for (int i = 0; i < 60; i++) {
            trader.buy("0.01");
        }
        Map<?, ?> cut = trader.call("account_get_bills", "limit", 100);
        assertThat((List<?>) cut.get("data")).hasSizeLessThan(61);
        assertThat(cut.get("next")).asString().contains("after");

        assertThat(trader.allRows(20, "account_get_bills", "limit", 100))
                .extracting(row -> ((Map<?, ?>) row).get("billId"))
                .doesNotHaveDuplicates()
                .hasSize(61); // and the first deposit
        assertThat(trader.allRows(20, "account_get_bills")).hasSize(61);
        for (Object[] fills : new Object[][] {
            {}, {"limit", 7}, {"archive", true}, {"instId", NVDA, "limit", 60},
        }) {
            assertThat(trader.allRows(20, "swap_get_fills", fills))
                    .extracting(row -> ((Map<?, ?>) row).get("tradeId"))
                    .doesNotHaveDuplicates()
                    .hasSize(60);
        }
    }

    @Test
    void algoHistory_isFollowedToTheFirst() {
        trader.buy("0.22");
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            stops.add(0, trader.stop("0.22", "21" + i));
        }
        assertThat(trader.allRows(9, "swap_get_algo_orders", "ordType", "conditional", "limit", 2))
                .extracting(row -> ((Map<?, ?>) row).get("algoId"))
                .isEqualTo(stops);

        trader.call(
                "swap_cancel_algo_orders",
                "orders",
                stops.stream().map(id -> Map.of("algoId", id, "instId", NVDA)).toList());

        Object[] history = {"status", "history", "state", "canceled", "ordType", "conditional", "limit", 2};
        assertThat(trader.allRows(9, "swap_get_algo_orders", history))
                .extracting(row -> ((Map<?, ?>) row).get("algoId"))
                .isEqualTo(stops);
    }

    @Test
    void candles_areFollowedToTheFirstRecorded() {
        List<Object> days = trader.allRows(30, "market_get_candles", "instId", NVDA, "bar", "1Dutc", "limit", 20);
        assertThat(days)
                .extracting(row -> (String) ((List<?>) row).get(0))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(150);
        assertThat(trader.allRows(90, "market_get_candles", "instId", "BTC-USDT-SWAP", "bar", "5m", "limit", 300))
                .extracting(row -> (String) ((List<?>) row).get(0))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(6000);
    }

    @Test
    void tickersAndInstruments_ofACrowdedExchange_areFollowedToTheLast() {
        try (OkxClient client = OKX.clientBuilder().wire(crowded(OKX.wire())).build()) {
            PaperTrader crowd = new PaperTrader(client);
            for (String tool : List.of("market_get_tickers", "market_get_instruments")) {
                assertThat(crowd.call(tool, "instType", "SWAP").get("next"))
                        .as(tool)
                        .asString()
                        .contains("after");
                assertThat(crowd.allRows(20, tool, "instType", "SWAP"))
                        .extracting(row -> ((List<?>) row).get(0))
                        .doesNotHaveDuplicates()
                        .hasSize(4 * COPIES);
            }
        }
    }

    /** Returns an exchange that lists every instrument many times, under other names. */
    private static Wire crowded(Wire wire) {
        return request -> {
            WireResponse answer = wire.exchange(request);
            if (!request.target().contains("tickers") && !request.target().contains("instruments")) {
                return answer;
            }
            Map<String, Object> envelope = new LinkedHashMap<>();
            ((Map<?, ?>) Json.parse(answer.body())).forEach((name, value) -> envelope.put((String) name, value));
            List<Object> crowd = new ArrayList<>();
            for (Object row : (List<?>) envelope.get("data")) {
                for (int i = 0; i < COPIES; i++) {
                    Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) row);
                    copy.put("instId", "C" + i + "-" + copy.get("instId"));
                    crowd.add(copy);
                }
            }
            envelope.put("data", crowd);
            return new WireResponse(
                    answer.status(), answer.headers(), Json.write(envelope).getBytes(StandardCharsets.UTF_8));
        };
    }
}
