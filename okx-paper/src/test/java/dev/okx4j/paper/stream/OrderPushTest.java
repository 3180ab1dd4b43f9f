package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class OrderPushTest {
    private StreamExchange exchange;

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void order_thatRestsAndIsCancelled_isPushedLiveAndCanceled(boolean sockets) throws IOException {
        StreamClient client = owner(sockets).subscribe("{\"channel\":\"orders\",\"instType\":\"SWAP\"}");
        String ordId = exchange.limit("buy", price("0.97"), "1");
        Map<?, ?> live = client.row("orders");
        assertThat(live.get("ordId")).isEqualTo(ordId);
        assertThat(live.get("state")).isEqualTo("live");
        assertThat(live.get("avgPx")).isEqualTo("0");
        assertThat(live.get("accFillSz")).isEqualTo("0");
        assertThat(live.get("fillSz")).isEqualTo("0");
        assertThat(live.get("tradeId")).isEqualTo("");
        exchange.post("/api/v5/trade/cancel-order", "{\"instId\":\"NVDA-USDT-SWAP\",\"ordId\":\"" + ordId + "\"}");
        Map<?, ?> canceled = client.row("orders");
        assertThat(canceled.get("state")).isEqualTo("canceled");
        assertThat(canceled.get("cancelSource")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void order_thatFillsAtOnce_isPushedLive_thenWithEachFill(boolean sockets) throws IOException {
        StreamClient client = owner(sockets).subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}");
        String ordId = exchange.market("buy", "1");
        assertThat(client.row("orders").get("state")).isEqualTo("live");
        Map<?, ?> filled = client.row("orders");
        assertThat(filled.get("state")).isEqualTo("filled");
        Map<?, ?> rest =
                (Map<?, ?>) exchange.get("/api/v5/trade/fills?ordId=" + ordId).get(0);
        for (String field : List.of("tradeId", "fillPx", "fillSz", "execType", "fillTime", "fillPnl")) {
            assertThat(filled.get(field)).as(field).isEqualTo(rest.get(field));
        }
        assertThat(filled.get("fillFee")).isEqualTo(rest.get("fee"));
        assertThat(filled.get("avgPx")).isEqualTo(rest.get("fillPx"));
    }

    private StreamClient owner(boolean sockets) throws IOException {
        exchange = new StreamExchange(sockets);
        return exchange.owner(Door.PRIVATE);
    }

    /** Returns a part of the last price, rounded to the tick. */
    private String price(String part) {
        Map<?, ?> ticker = exchange.row("/api/v5/market/ticker?instId=NVDA-USDT-SWAP");
        return new BigDecimal((String) ticker.get("last"))
                .multiply(new BigDecimal(part))
                .setScale(2, java.math.RoundingMode.DOWN)
                .toPlainString();
    }
}
