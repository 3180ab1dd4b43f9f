package dev.okx4j.testing;

import static dev.okx4j.testing.Trader.confirmed;
import static dev.okx4j.testing.Trader.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.trade.CancelAllAfterAck;
import dev.okx4j.client.trade.CancelAllAfterRequest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The timer that cancels all orders, through the client; what it does when the time is up is tested with a clock that can be set. */
@ParameterizedClass
@EnumSource(Over.class)
class CancelAllAfterTest {

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start().balance("USDT", "10000000");

    private final Over over;
    private final Trader trader;

    CancelAllAfterTest(Over over) {
        this.over = over;
        trader = Trader.over(over, OKX);
    }

    @AfterEach
    void disconnect() {
        trader.close();
    }

    private Outcome<CancelAllAfterAck> set(int seconds, String tag) {
        return set(trader, seconds, tag);
    }

    private static Outcome<CancelAllAfterAck> set(Trader trader, int seconds, String tag) {
        return trader.okx()
                .trade()
                .cancelAllAfter(CancelAllAfterRequest.builder()
                        .timeOut(seconds)
                        .tag(tag)
                        .build());
    }

    @Test
    void timer_isSetByTheClockOfTheWall_notTheMarket() {
        Instant before = trader.okx().publicData().time();

        CancelAllAfterAck ack = confirmed(set(60, "a"));

        Instant after = trader.okx().publicData().time();
        assertThat(ack.isRunning()).isTrue();
        assertThat(ack.tag()).isEqualTo("a");
        assertThat(ack.ts()).isBetween(before, after);
        assertThat(ack.triggerTime()).isEqualTo(ack.ts().plusSeconds(60));
    }

    @Test
    void timer_isStoppedByZero() {
        confirmed(set(120, "b"));

        // One client would wait a second between two calls for one tag; another owes nothing, and the exchange refuses
        // no rate.
        try (Trader other = Trader.over(over, OKX)) {
            assertThat(confirmed(set(other, 0, "b")).isRunning()).isFalse();
        }
    }

    @Test
    void order_outlivesATimerThatIsNotUp() {
        trader.place(Trader.resting("open").tag("c"));
        confirmed(set(120, "c"));

        assertThat(trader.pending()).hasSize(1);
    }

    @Test
    void twentyFirstTag_isRejected() {
        for (int i = 0; i < 20; i++) {
            confirmed(set(120, "tag" + i));
        }

        assertThat(rejected(set(120, "tag20"))).isEqualTo("51071");
    }
}
