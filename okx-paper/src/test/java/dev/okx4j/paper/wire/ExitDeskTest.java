package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ExitDeskTest {
    private static final String AFTER = "/api/v5/trade/cancel-all-after";

    private final Paper paper = new Paper();

    @Test
    void timer_cancelsWithTheNextCall_onTheWireClock_notTheMarkets() {
        paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "a");
        Paper.Reply set = paper.post(AFTER, "{\"timeOut\":\"10\"}");
        Instant trigger = Instant.ofEpochMilli(Long.parseLong(set.text("triggerTime")));
        assertThat(trigger).isEqualTo(paper.now().plusSeconds(10));
        assertThat(set.text("ts")).isEqualTo(Long.toString(paper.now().toEpochMilli()));

        paper.post("/paper/v1/clock", "{\"by\":\"1H\"}");
        assertThat(paper.get("/api/v5/trade/orders-pending").data()).hasSize(1);
        paper.pass(Duration.between(paper.now(), trigger));

        assertThat(paper.get("/api/v5/trade/orders-pending").data()).isEmpty();
        Paper.Reply gone = paper.get("/api/v5/trade/order?instId=BTC-USDT-SWAP&clOrdId=a");
        assertThat(gone.text("state")).isEqualTo("canceled");
        assertThat(gone.text("cancelSource")).isEqualTo("20");
    }

    @Test
    void timer_thatIsDue_goesOffBeforeTheOrderThatComesThen() {
        paper.post(AFTER, "{\"timeOut\":\"10\"}");
        paper.pass(Duration.ofSeconds(60));

        paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "late");

        assertThat(paper.get("/api/v5/trade/orders-pending").data()).hasSize(1);
    }

    @Test
    void timer_setToZero_isStopped() {
        paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "a");
        paper.post(AFTER, "{\"timeOut\":\"10\"}");
        paper.pass(Duration.ofSeconds(1));

        assertThat(paper.post(AFTER, "{\"timeOut\":\"0\"}").text("triggerTime")).isEqualTo("0");

        paper.pass(Duration.ofSeconds(20));
        assertThat(paper.get("/api/v5/trade/orders-pending").data()).hasSize(1);
    }

    @Test
    void timer_isSetOnceASecond_forEachTag() {
        assertThat(paper.post(AFTER, "{\"timeOut\":\"10\"}").code()).isEqualTo("0");
        assertThat(paper.post(AFTER, "{\"timeOut\":\"10\"}").code()).isEqualTo("50011");
        assertThat(paper.post(AFTER, "{\"timeOut\":\"10\",\"tag\":\"bot\"}").text("tag"))
                .isEqualTo("bot");
        paper.pass(Duration.ofSeconds(1));
        assertThat(paper.post(AFTER, "{\"timeOut\":\"10\"}").code()).isEqualTo("0");
    }

    @Test
    void refusedRequest_letsNoTimerGoOff() {
        paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "a");
        paper.post(AFTER, "{\"timeOut\":\"10\"}");
        String before = paper.account.read(Venue::digest);
        paper.pass(Duration.ofSeconds(20));

        assertThat(paper.get("/api/v5/market/nothing").status()).isEqualTo(404);

        assertThat(paper.account.read(Venue::digest)).isEqualTo(before);
    }

    @Test
    void closePosition_closesAll_underTheOwnersId() {
        paper.buy("NVDA-USDT-SWAP", "isolated", "2");

        Paper.Reply closed = paper.post(
                "/api/v5/trade/close-position",
                "{\"instId\":\"NVDA-USDT-SWAP\",\"mgnMode\":\"isolated\",\"clOrdId\":\"out1\",\"tag\":\"bot\"}");

        assertThat(closed.code()).isEqualTo("0");
        assertThat(closed.text("clOrdId")).isEqualTo("out1");
        assertThat(closed.text("tag")).isEqualTo("bot");
        assertThat(paper.get("/api/v5/account/positions").data()).isEmpty();
        Paper.Reply order = paper.get("/api/v5/trade/order?instId=NVDA-USDT-SWAP&clOrdId=out1");
        assertThat(order.text("state")).isEqualTo("filled");
        assertThat(order.text("side")).isEqualTo("sell");
        assertThat(order.text("reduceOnly")).isEqualTo("true");
    }
}
