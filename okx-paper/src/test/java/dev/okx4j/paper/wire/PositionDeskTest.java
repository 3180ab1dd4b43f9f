package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Positions as they are and as they were, and what they risk. */
@NullUnmarked
class PositionDeskTest {
    private static final String HISTORY = "/api/v5/account/positions-history";

    private final Paper paper = ProductCalls.products();

    @Test
    void history_tellsWhatWasClosedInPart_thenInWhole() {
        paper.buy("BTC-USDT-SWAP", "cross", "1");
        assertThat(paper.get(HISTORY).data()).isEmpty();
        sell("0.4");
        Map<?, ?> part = paper.get(HISTORY).row();
        assertThat(part.get("type")).isEqualTo("1");
        assertThat(part.get("closeTotalPos")).isEqualTo("0.4");
        assertThat(part.get("openMaxPos")).isEqualTo("1");
        sell("0.6");
        Map<?, ?> whole = paper.get(HISTORY).row();
        assertThat(paper.get(HISTORY).data()).hasSize(1);
        assertThat(whole.get("type")).isEqualTo("2");
        assertThat(whole.get("posId")).isEqualTo(part.get("posId"));
        assertThat(whole.get("direction")).isEqualTo("long");
        assertThat(whole.get("posSide")).isEqualTo("net");
        assertThat(whole.get("uly")).isEqualTo("BTC-USDT");
        assertThat(new BigDecimal((String) whole.get("realizedPnl")))
                .isEqualByComparingTo(new BigDecimal((String) whole.get("pnl"))
                        .add(new BigDecimal((String) whole.get("fee")))
                        .add(new BigDecimal((String) whole.get("fundingFee"))));
        assertThat(paper.get("/api/v5/account/positions").data()).isEmpty();
    }

    @Test
    void realizedProfit_isWhatTheBalanceChangedBy() {
        paper.buy("BTC-USDT-SWAP", "cross", "1");
        paper.post("/paper/v1/clock", "{\"by\":\"1H\"}");
        sell("1");
        BigDecimal realized = new BigDecimal(paper.get(HISTORY).text("realizedPnl"));
        assertThat(new BigDecimal(paper.get("/api/v5/account/balance").text("totalEq")))
                .isEqualByComparingTo(new BigDecimal("10000").add(realized));
    }

    @Test
    void turnedOver_thePositionBeforeIsHistory_andTheNewOneHasItsOwnId() {
        paper.buy("BTC-USDT-SWAP", "cross", "1");
        sell("3");
        assertThat(paper.get(HISTORY).text("type")).isEqualTo("2");
        assertThat(paper.get(HISTORY).text("posId"))
                .isNotEqualTo(paper.get("/api/v5/account/positions").text("posId"));
    }

    @Test
    void history_filtersAndPagesByTime() {
        for (int i = 0; i < 3; i++) {
            paper.buy("BTC-USDT-SWAP", i == 1 ? "isolated" : "cross", "0.1");
            paper.post(
                    "/api/v5/trade/close-position",
                    "{\"instId\":\"BTC-USDT-SWAP\",\"mgnMode\":\"%s\"}".formatted(i == 1 ? "isolated" : "cross"));
            paper.post("/paper/v1/clock", "{\"by\":\"15m\"}");
        }
        List<?> rows = rows(HISTORY);
        assertThat(rows).hasSize(3);
        String second = (String) ((Map<?, ?>) rows.get(1)).get("uTime");
        assertThat(rows(HISTORY + "?after=" + second)).isEqualTo(rows.subList(2, 3));
        assertThat(rows(HISTORY + "?before=" + second)).isEqualTo(rows.subList(0, 1));
        assertThat(rows(HISTORY + "?limit=2")).isEqualTo(rows.subList(0, 2));
        assertThat(rows(HISTORY + "?mgnMode=isolated")).isEqualTo(rows.subList(1, 2));
        assertThat(rows(HISTORY + "?instType=FUTURES")).isEmpty();
        assertThat(rows(HISTORY + "?instType=MARGIN")).isEmpty();
        assertThat(rows(HISTORY + "?type=3")).isEmpty();
        assertThat(rows(HISTORY + "?instId=BTC-USD-SWAP")).isEmpty();
        assertThat(paper.get(HISTORY + "?mgnMode=other").code()).isEqualTo("51000");
    }

    @Test
    void inversePosition_isCountedInTheCoin() {
        paper.post("/paper/v1/deposit", "{\"ccy\":\"BTC\",\"amt\":\"0.5\"}");
        paper.buy("BTC-USD-SWAP", "cross", "10");
        Map<?, ?> row = paper.get("/api/v5/account/positions").row();
        assertThat(row.get("ccy")).isEqualTo("BTC");
        assertThat(row.get("notionalUsd")).isEqualTo("1000");
        Map<?, ?> risk = (Map<?, ?>) ((List<?>)
                        paper.get("/api/v5/account/account-position-risk").row().get("posData"))
                .get(0);
        assertThat(new BigDecimal((String) risk.get("notionalCcy")).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(new BigDecimal("1000")
                        .divide(new BigDecimal((String) row.get("markPx")), 4, RoundingMode.HALF_UP));
    }

    @Test
    void risk_isFilteredByKind() {
        paper.buy("BTC-USDT-SWAP", "cross", "0.1");
        String risk = "/api/v5/account/account-position-risk";
        assertThat((List<?>) paper.get(risk).row().get("posData")).hasSize(1);
        assertThat((List<?>) paper.get(risk + "?instType=FUTURES").row().get("posData"))
                .isEmpty();
        assertThat((List<?>) paper.get(risk + "?instType=MARGIN").row().get("posData"))
                .isEmpty();
        assertThat((List<?>) paper.get(risk).row().get("balData")).hasSize(1);
    }

    private List<?> rows(String target) {
        paper.pass(Duration.ofSeconds(1));
        return paper.get(target).data();
    }

    private void sell(String size) {
        Paper.Reply reply = paper.post("/api/v5/trade/order", """
                {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"sell","ordType":"market","sz":"%s"}""".formatted(size));
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
    }
}
