package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pushed of options, of expiry and of danger: on a market of every product. */
@NullUnmarked
class RiskPushTest {
    private static final String CALL = "BTC-USD-260925-64000-C";
    private static final String SWAP = "BTC-USDT-SWAP";

    private StreamExchange exchange;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false, "src/test/resources/dev/okx4j/paper/wire/products");
        exchange.post("/paper/v1/deposit", "{\"ccy\":\"BTC\",\"amt\":\"1\"}");
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @Test
    void optSummary_pushesTheOptionsOfTheFamily_asRestHasThem() {
        StreamClient client = exchange.connect(Door.PUBLIC)
                .subscribe("{\"channel\":\"opt-summary\",\"instFamily\":\"BTC-USD\"}");
        List<?> rows = (List<?>) client.push("opt-summary").get("data");
        assertThat(rows).hasSize(2);
        Map<?, ?> first = (Map<?, ?>) rows.get(0);
        Map<?, ?> rest = exchange.get("/api/v5/public/opt-summary?instFamily=BTC-USD").stream()
                .map(row -> (Map<?, ?>) row)
                .filter(row -> row.get("instId").equals(first.get("instId")))
                .findFirst()
                .orElseThrow();
        for (String field : List.of("instType", "uly", "markVol", "delta", "gammaBS", "vega", "fwdPx")) {
            assertThat(first.get(field)).as(field).isEqualTo(rest.get(field));
        }
    }

    @Test
    void estimatedPrice_isPushedInTheLastHalfHour() {
        exchange.advance("90m");
        StreamClient client = exchange.connect(Door.PUBLIC)
                .subscribe("{\"channel\":\"estimated-price\",\"instType\":\"FUTURES\",\"instFamily\":\"BTC-USD\"}");
        Map<?, ?> row = client.row("estimated-price");
        assertThat(row.get("instId")).isEqualTo("BTC-USD-260821");
        assertThat(new BigDecimal((String) row.get("settlePx"))).isBetween(new BigDecimal("60000"), new BigDecimal("68000"));
    }

    @Test
    void accountGreeks_beginWithASnapshot_andFollowThePositions() {
        exchange.advance("1H");
        StreamClient client = exchange.owner(Door.PRIVATE).subscribe("{\"channel\":\"account-greeks\",\"ccy\":\"BTC\"}");
        assertThat((List<?>) client.push("account-greeks").get("data")).as("nothing held").isEmpty();
        String ask = (String) exchange.row("/api/v5/market/ticker?instId=" + CALL).get("askPx");
        exchange.post("/api/v5/trade/order", """
                {"instId":"%s","tdMode":"cross","side":"buy","ordType":"ioc","px":"%s","sz":"1"}""".formatted(CALL, ask));
        BigDecimal after = new BigDecimal((String) client.row("account-greeks").get("vegaBS"));
        assertThat(after).isPositive();
        exchange.beat(Duration.ofSeconds(6));
        assertThat(new BigDecimal((String) client.row("account-greeks").get("vegaBS"))).isEqualByComparingTo(after);
    }

    @Test
    void liquidationWarning_comesOnceWhenThePositionIsInDanger() {
        StreamClient client = exchange.owner(Door.PRIVATE)
                .subscribe("{\"channel\":\"liquidation-warning\",\"instType\":\"SWAP\"}");
        exchange.post("/api/v5/account/set-leverage", """
                {"instId":"%s","lever":"100","mgnMode":"isolated"}""".formatted(SWAP));
        exchange.post("/api/v5/trade/order", """
                {"instId":"%s","tdMode":"isolated","side":"buy","ordType":"market","sz":"10"}""".formatted(SWAP));
        Map<?, ?> warning = client.row("liquidation-warning");
        assertThat(warning.get("instId")).isEqualTo(SWAP);
        assertThat(warning.get("mgnMode")).isEqualTo("isolated");
        assertThat(new BigDecimal((String) warning.get("mgnRatio"))).isLessThanOrEqualTo(new BigDecimal("3"));
        exchange.post("/api/v5/trade/order", """
                {"instId":"%s","tdMode":"isolated","side":"buy","ordType":"market","sz":"1"}""".formatted(SWAP));
        assertThat(client.settled())
                .noneMatch(frame -> frame.contains("\"liquidation-warning\"") && frame.contains("\"data\""));
    }
}
