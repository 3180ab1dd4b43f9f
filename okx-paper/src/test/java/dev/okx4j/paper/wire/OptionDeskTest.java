package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Volatilities and Greeks, of the market and of the account. */
@NullUnmarked
class OptionDeskTest {
    private static final String CALL = "BTC-USD-260925-64000-C";
    private static final String SUMMARY = "/api/v5/public/opt-summary?instFamily=";

    private final Paper paper = ProductCalls.products();

    @BeforeEach
    void begin() {
        paper.post("/paper/v1/deposit", "{\"ccy\":\"BTC\",\"amt\":\"1\"}");
        paper.post("/paper/v1/clock", "{\"by\":\"1H\"}");
    }

    @Test
    void summary_tellsTheOptionsOfAFamily_withTheVolatilityOfTheFeed() {
        Paper.Reply reply = paper.get(SUMMARY + "BTC-USD");
        assertThat(reply.column("instId")).containsExactlyInAnyOrder(CALL, CALL.replace("-C", "-P"));
        assertThat(reply.column("markVol")).containsOnly("0.55");
        for (Object option : reply.data()) {
            Map<?, ?> row = (Map<?, ?>) option;
            boolean call = ((String) row.get("instId")).endsWith("C");
            assertThat(new BigDecimal((String) row.get("deltaBS")).signum()).isEqualTo(call ? 1 : -1);
            assertThat(new BigDecimal((String) row.get("gammaBS"))).isPositive();
            assertThat(new BigDecimal((String) row.get("thetaBS"))).isNegative();
        }
    }

    @Test
    void summary_isFilteredByTheDayOfExpiry() {
        assertThat(paper.get(SUMMARY + "BTC-USD&expTime=260925").data()).hasSize(2);
        assertThat(paper.get(SUMMARY + "BTC-USD&expTime=260926").data()).isEmpty();
        assertThat(paper.get(SUMMARY + "ETH-USD").data()).isEmpty();
        assertThat(paper.get(SUMMARY + "BTC-USD&expTime=tomorrow").code()).isEqualTo("51000");
        assertThat(paper.get("/api/v5/public/opt-summary").code()).isEqualTo("50014");
    }

    @Test
    void greeks_areThoseOfThePositions_byCoin() {
        assertThat(paper.get("/api/v5/account/greeks?ccy=ETH").data()).isEmpty();
        String ask = paper.get("/api/v5/market/ticker?instId=" + CALL).text("askPx");
        Paper.Reply bought = paper.post("/api/v5/trade/order", """
                {"instId":"%s","tdMode":"cross","side":"buy","ordType":"ioc","px":"%s","sz":"1"}""".formatted(CALL, ask));
        assertThat(bought.code()).as(bought.body().toString()).isEqualTo("0");
        Map<?, ?> position = paper.get("/api/v5/account/positions?instType=OPTION").row();
        assertThat(position.get("pos")).isEqualTo("1");
        assertThat(new BigDecimal((String) position.get("optVal"))).isPositive();
        assertThat(new BigDecimal((String) position.get("deltaBS"))).isPositive();
        assertThat(new BigDecimal(paper.get("/api/v5/account/greeks?ccy=BTC").text("vegaBS")))
                .isEqualByComparingTo((String) position.get("vegaBS"));
    }
}
