package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pushed of the way when market time runs far in one command. */
@NullUnmarked
class MarketTimePushTest {
    private StreamExchange exchange;
    private StreamClient client;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false);
        client = exchange.owner(Door.PRIVATE);
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @Test
    void ordersThatFillOnTheWay_areEachPushed_inTheOrderOfTheirFills() {
        client.subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}");
        client.settled();
        BigDecimal last = new BigDecimal((String)
                exchange.row("/api/v5/market/ticker?instId=BTC-USDT-SWAP").get("last"));
        for (int i = 1; i <= 10; i++) {
            BigDecimal px = last.multiply(BigDecimal.valueOf(10_000 - 2 * i, 4)).setScale(1, RoundingMode.DOWN);
            exchange.post("/api/v5/trade/order", """
                    {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","px":"%s","sz":"0.1"}""".formatted(px.toPlainString()));
        }
        client.settled();
        exchange.advance("2D");
        List<Object> pushed = new ArrayList<>();
        for (String text : client.settled()) {
            Map<?, ?> row = (Map<?, ?>) ((List<?>) ((Map<?, ?>) Json.parse(text)).get("data")).get(0);
            pushed.add(row.get("ordId") + " " + row.get("tradeId") + " " + row.get("fillTime"));
        }
        List<Object> rest = new ArrayList<>();
        for (Object fill : exchange.get("/api/v5/trade/fills")) {
            Map<?, ?> row = (Map<?, ?>) fill;
            rest.add(0, row.get("ordId") + " " + row.get("tradeId") + " " + row.get("fillTime"));
        }
        assertThat(rest).hasSizeGreaterThan(3);
        assertThat(pushed).isEqualTo(rest);
    }

    @Test
    void timerOfCancelAllAfter_goesOffForWhoeverLooksOn() {
        client.subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}");
        exchange.limit("buy", "100", "1");
        client.row("orders");
        exchange.post("/api/v5/trade/cancel-all-after", "{\"timeOut\":\"10\"}");
        exchange.beat(Duration.ofSeconds(11));
        Map<?, ?> canceled = client.row("orders");
        assertThat(canceled.get("state")).isEqualTo("canceled");
        assertThat(canceled.get("cancelSource")).isEqualTo("20");
    }

    @Test
    void tickers_areConflatedToOne() {
        StreamClient market =
                exchange.connect(Door.PUBLIC).subscribe("{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"}");
        market.settled();
        exchange.advance("1D");
        assertThat(market.settled()).hasSize(1);
    }
}
