package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class PaperDeskTest {
    private final Paper paper = new Paper();

    @Test
    void clock_standsAtTheScenariosBegin() {
        Paper.Reply clock = paper.get("/paper/v1/clock");
        assertThat(clock.text("marketTime")).isEqualTo("1786924800000");
        assertThat(clock.text("speed")).isEqualTo("paused");
        assertThat(clock.text("feed")).isEqualTo("replay");
        assertThat(clock.text("scenario")).isEqualTo("august-2026");
        assertThat(clock.text("funding")).isEqualTo("no recorded rates in this scenario: none is charged");
        assertThat(clock.text("wireTime")).isEqualTo(Long.toString(paper.now().toEpochMilli()));
    }

    @Test
    void clock_moves_byASpanAndToAMoment() {
        assertThat(paper.post("/paper/v1/clock", "{\"by\":\"4H\"}").text("marketTime"))
                .isEqualTo("1786939200000");
        assertThat(paper.post("/paper/v1/clock", "{\"to\":\"2026-08-18T00:00:00Z\"}")
                        .text("marketTime"))
                .isEqualTo("1787011200000");
        Paper.Reply end = paper.post("/paper/v1/clock", "{\"by\":\"9W\"}");
        assertThat(end.text("stopped")).isEqualTo("end of data");
        assertThat(end.text("marketTime")).isEqualTo("1787406000000");
    }

    @Test
    void clock_toThePast_isRefusedAndNamesReset() {
        assertThat(paper.post("/paper/v1/clock", "{\"to\":\"2026-08-01T00:00:00Z\"}")
                        .msg())
                .contains("reset");
        assertThat(paper.post("/paper/v1/clock", "{}").code()).isEqualTo("50015");
        assertThat(paper.post("/paper/v1/clock", "{\"by\":\"soon\"}").code()).isEqualTo("51000");
        assertThat(paper.post("/paper/v1/clock", "{\"by\":\"1D\",\"to\":\"1787011200000\"}")
                        .code())
                .isEqualTo("50016");
    }

    @Test
    void clock_step_goesToTheNextEvent() {
        Paper.Reply step = paper.post("/paper/v1/clock", "{\"step\":true}");
        assertThat(step.text("stopped")).isEqualTo("target");
        assertThat(step.text("marketTime")).isEqualTo("1786924900000");
        assertThat(paper.post("/paper/v1/clock", "{\"step\":true}").text("marketTime"))
                .isEqualTo("1786925000000");
        assertThat(paper.post("/paper/v1/clock", "{\"step\":false}").code()).isEqualTo("51000");
    }

    @Test
    void clock_speed_runsByItself_untilPaused() {
        assertThat(paper.post("/paper/v1/clock", "{\"speed\":\"2.5\"}").text("speed"))
                .isEqualTo("2.5");
        assertThat(paper.get("/paper/v1/clock").text("speed")).isEqualTo("2.5");
        assertThat(paper.post("/paper/v1/clock", "{\"pause\":true}").text("speed"))
                .isEqualTo("paused");
        assertThat(paper.post("/paper/v1/clock", "{\"speed\":\"max\"}").text("speed"))
                .isIn("max", "paused");
        assertThat(paper.post("/paper/v1/clock", "{\"speed\":\"0\"}").text("speed"))
                .isEqualTo("paused");
    }

    @Test
    void clock_speedThatMakesNoSense_isRefused() {
        assertThat(paper.post("/paper/v1/clock", "{\"speed\":\"-1\"}").code()).isEqualTo("51000");
        assertThat(paper.post("/paper/v1/clock", "{\"speed\":\"fast\"}").code()).isEqualTo("51000");
        assertThat(paper.post("/paper/v1/clock", "{\"speed\":\"1\",\"by\":\"1D\"}")
                        .code())
                .isEqualTo("50016");
    }

    @Test
    void clock_untilFill_stopsAtTheStopLoss_withItsEvidence() {
        paper.buy("NVDA-USDT-SWAP", "isolated", "0.2");
        paper.post("/api/v5/trade/order-algo", """
                {"instId":"NVDA-USDT-SWAP","tdMode":"isolated","side":"sell","ordType":"conditional","sz":"0.2",
                 "slTriggerPx":"214.33","slOrdPx":"-1","reduceOnly":true}""");
        Paper.Reply run = paper.post("/paper/v1/clock", "{\"untilFill\":true}");
        assertThat(run.text("stopped")).isEqualTo("fill");
        List<?> events = (List<?>) run.row().get("events");
        Map<?, ?> fill = (Map<?, ?>) events.get(events.size() - 1);
        assertThat(fill.get("type")).isEqualTo("fill");
        Map<?, ?> evidence = (Map<?, ?>) fill.get("evidence");
        assertThat(evidence.get("source").toString()).contains("NVDA-USDT-SWAP").contains("1Dutc");
        assertThat(evidence.get("rule").toString()).isNotBlank();
        assertThat(evidence.get("grade")).isEqualTo("D");
        Paper.Reply fidelity = paper.get("/paper/v1/fidelity?ordId=" + fill.get("ordId"));
        assertThat(fidelity.row()).isEqualTo(fill);
        assertThat(paper.get("/paper/v1/fidelity").data()).hasSize(2);
        assertThat(paper.get("/api/v5/account/positions").data()).isEmpty();
    }

    @Test
    void reset_beginsAnew_withTheseBalances() {
        paper.buy("NVDA-USDT-SWAP", "isolated", "0.2");
        Paper.Reply clock = paper.post(
                "/paper/v1/reset",
                "{\"start\":\"2026-08-20T00:00:00Z\",\"balances\":{\"USDT\":\"500\",\"XNVDA\":\"1.5\"}}");
        assertThat(clock.text("marketTime")).isEqualTo("1787184000000");
        assertThat(paper.get("/api/v5/trade/fills").data()).isEmpty();
        Map<?, ?> balances = (Map<?, ?>) paper.get("/paper/v1/accounts").row().get("balances");
        assertThat(balances.get("USDT")).isEqualTo("500");
        assertThat(balances.get("XNVDA")).isEqualTo("1.5");
        paper.post("/paper/v1/reset", "{}");
        assertThat(paper.get("/api/v5/account/balance").text("totalEq")).isEqualTo("10000");
        assertThat(paper.post("/paper/v1/reset", "{\"start\":\"1999-01-01T00:00:00Z\"}")
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void deposit_arrives() {
        assertThat(paper.post("/paper/v1/deposit", "{\"ccy\":\"USDT\",\"amt\":\"2.5\"}")
                        .text("amt"))
                .isEqualTo("2.5");
        assertThat(paper.get("/api/v5/account/balance").text("totalEq")).isEqualTo("10002.5");
    }

    @Test
    void paperPaths_needASignature() {
        assertThat(paper.raw("GET", "/paper/v1/clock", new byte[0], Map.of()).code())
                .isEqualTo("50103");
    }
}
