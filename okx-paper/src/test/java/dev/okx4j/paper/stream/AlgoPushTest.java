package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class AlgoPushTest {
    private StreamExchange exchange;
    private StreamClient client;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false);
        client = exchange.owner(Door.BUSINESS);
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @Test
    void stop_isPushedWhenPlaced_andWhenCancelled() {
        client.subscribe("{\"channel\":\"orders-algo\",\"instType\":\"ANY\"}");
        exchange.market("buy", "1");
        String algoId = stop("100");
        Map<?, ?> live = client.row("orders-algo");
        assertThat(live.get("algoId")).isEqualTo(algoId);
        assertThat(live.get("state")).isEqualTo("live");
        assertThat(live.get("slTriggerPx")).isEqualTo("100");
        exchange.post("/api/v5/trade/cancel-algos", "[{\"instId\":\"NVDA-USDT-SWAP\",\"algoId\":\"" + algoId + "\"}]");
        assertThat(client.row("orders-algo").get("state")).isEqualTo("canceled");
    }

    @Test
    void stop_thatIsReachedWhileMarketTimeRuns_isPushedWithItsOrder_inTurn() {
        StreamClient orders = exchange.owner(Door.PRIVATE).subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}");
        client.subscribe("{\"channel\":\"orders-algo\",\"instType\":\"ANY\"}");
        exchange.market("buy", "1");
        String last = (String)
                exchange.row("/api/v5/market/ticker?instId=NVDA-USDT-SWAP").get("last");
        String algoId = stop(new java.math.BigDecimal(last)
                .subtract(new java.math.BigDecimal("0.2"))
                .toPlainString());
        client.row("orders-algo");
        exchange.advance("4D");
        Map<?, ?> reached = client.row("orders-algo");
        assertThat(reached.get("algoId")).isEqualTo(algoId);
        assertThat(reached.get("state")).isEqualTo("effective");
        assertThat((Object) reached.get("ordId")).isNotEqualTo("");
        Map<?, ?> placed = orders.await(
                frame -> frame.containsKey("data") && frame.toString().contains(algoId));
        Map<?, ?> row = (Map<?, ?>) ((java.util.List<?>) placed.get("data")).get(0);
        assertThat(row.get("state")).isEqualTo("live");
        assertThat(row.get("source")).isEqualTo("7");
        assertThat(orders.row("orders").get("state")).isEqualTo("filled");
    }

    @Test
    void trailingStop_isPushedOnTheOtherChannel_whichBeginsWithWhatIsLive() {
        exchange.market("buy", "1");
        exchange.post("/api/v5/trade/order-algo", """
                {"instId":"NVDA-USDT-SWAP","tdMode":"cross","side":"sell","ordType":"move_order_stop","sz":"1","callbackRatio":"0.05","reduceOnly":"true"}""");
        client.subscribe("{\"channel\":\"orders-algo\",\"instType\":\"ANY\"}");
        assertThat(client.settled()).isEmpty();
        client.subscribe("{\"channel\":\"algo-advance\",\"instType\":\"ANY\"}");
        Map<?, ?> live = client.row("algo-advance");
        assertThat(live.get("ordType")).isEqualTo("move_order_stop");
        assertThat(live.get("callbackRatio")).isEqualTo("0.05");
    }

    private String stop(String px) {
        return (String) ((Map<?, ?>) exchange.post("/api/v5/trade/order-algo", """
                        {"instId":"NVDA-USDT-SWAP","tdMode":"cross","side":"sell","ordType":"conditional","sz":"1","slTriggerPx":"%s","slOrdPx":"-1","reduceOnly":"true"}""".formatted(px))
                        .get(0))
                .get("algoId");
    }
}
