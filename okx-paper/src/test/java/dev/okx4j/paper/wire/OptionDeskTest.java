package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Options on the wire: their summary, the rows of positions in them, and the Greeks of the account. */
@NullUnmarked
class OptionDeskTest {
    private static final String CALL = "BTC-USD-260925-64000-C";

    private final Paper paper = ProductCalls.products();

    @Test
    void summary_tellsAFamily_andAnExpiryOfIt() {
        Paper.Reply all = paper.get("/api/v5/public/opt-summary?instFamily=BTC-USD");
        assertThat(all.data()).hasSize(2);
        Map<?, ?> call = all.row();
        assertThat(call.get("instId")).isEqualTo(CALL);
        assertThat(call.get("instType")).isEqualTo("OPTION");
        assertThat(call.get("uly")).isEqualTo("BTC-USD");
        assertThat(call.get("markVol")).isEqualTo("0.55");
        assertThat(call.get("realVol")).isEqualTo("");
        assertThat(decimal(call, "deltaBS")).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(decimal(call, "delta")).isLessThan(decimal(call, "deltaBS"));
        assertThat(decimal(call, "thetaBS")).isNegative();
        assertThat(decimal(call, "fwdPx")).isPositive();
        assertThat(paper.get("/api/v5/public/opt-summary?instFamily=BTC-USD&expTime=1790323200000")
                        .data())
                .hasSize(2);
        assertThat(paper.get("/api/v5/public/opt-summary?instFamily=BTC-USD&expTime=1790323200001")
                        .data())
                .isEmpty();
        assertThat(paper.get("/api/v5/public/opt-summary?uly=BTC-USD").data()).hasSize(2);
        assertThat(paper.get("/api/v5/public/opt-summary").code()).isEqualTo("50014");
    }

    @Test
    void shortCall_hasItsFiguresInThePosition_andInTheGreeksOfTheCoin() {
        assertThat(paper.post("/paper/v1/deposit", "{'ccy':'BTC','amt':'1'}".replace('\'', '"')).code())
                .isEqualTo("0");
        String order = "{'instId':'" + CALL + "','tdMode':'cross','side':'sell','ordType':'ioc','sz':'1','px':'0.02'}";
        Paper.Reply placed = paper.post("/api/v5/trade/order", order.replace('\'', '"'));
        assertThat(placed.code()).as(placed.body().toString()).isEqualTo("0");
        Map<?, ?> position = paper.get("/api/v5/account/positions?instId=" + CALL).row();
        assertThat(position.get("pos")).isEqualTo("-1");
        assertThat(decimal(position, "optVal")).isNegative();
        assertThat(decimal(position, "deltaBS")).isNegative();
        assertThat(decimal(position, "thetaBS")).isPositive();
        assertThat(decimal(position, "imr")).isGreaterThan(decimal(position, "mmr"));
        assertThat(position.get("bePx")).isEqualTo("");
        Map<?, ?> greeks = paper.get("/api/v5/account/greeks?ccy=BTC").row();
        for (String name : new String[] {"deltaBS", "deltaPA", "gammaBS", "gammaPA", "thetaBS", "thetaPA", "vegaBS", "vegaPA"}) {
            assertThat(greeks.get(name)).as(name).isEqualTo(position.get(name));
        }
        assertThat(paper.get("/api/v5/account/greeks?ccy=ETH").data()).isEmpty();
    }

    private static BigDecimal decimal(Map<?, ?> row, String name) {
        return new BigDecimal((String) row.get(name));
    }
}
