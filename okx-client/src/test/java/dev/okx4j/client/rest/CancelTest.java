package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.OrderAck;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class CancelTest extends WriteSetting {
    @Test
    void cancel_accepted_isConfirmed_withoutAnExpiryTime() {
        wire.thenJson(
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":\"312\",\"clOrdId\":\"\",\"sCode\":\"0\",\"sMsg\":\"\"}]}");
        Outcome<OrderAck> outcome = cancel();
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        assertThat(outcome.clOrdId()).isEmpty();
        assertThat(wire.body(0)).isEqualTo("{\"instId\":\"BTC-USDT\",\"ordId\":\"312\"}");
        assertThat(wire.request(0).headers()).doesNotContainKey("expTime");
    }

    @ParameterizedTest
    @CsvSource({"canceled,Confirmed", "mmp_canceled,Confirmed", "filled,Rejected"})
    void cancel_ofAnOrderThatIsGone_isDecidedByItsState(String state, String outcome) {
        String gone = "{\"code\":\"1\",\"data\":[{\"ordId\":\"312\",\"sCode\":\"51400\",\"sMsg\":\"Gone\"}]}";
        wire.thenJson(gone).otherwise(request -> ScriptedWire.json(200, found(state, "buy", "10")));
        assertThat(cancel().getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void cancel_refusedOfAnOrderThatOkxDoesNotKnow_isRejectedOnceItWouldBeSeen_andNotSentAgain() {
        String gone = "{\"code\":\"1\",\"data\":[{\"ordId\":\"312\",\"sCode\":\"51400\",\"sMsg\":\"Gone\"}]}";
        wire.thenJson(gone)
                .otherwise(request ->
                        ScriptedWire.json(200, "{\"code\":\"51603\",\"msg\":\"Order does not exist\",\"data\":[]}"));
        assertThat(cancel()).isEqualTo(new Outcome.Rejected<>("51400", "Gone", null, ""));
        assertThat(wire.posts()).isEqualTo(1);
        assertThat(Duration.between(VirtualTime.START, time.now()))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void cancel_whoseAnswerIsLostAndOrderLive_isUnknownAndMayBeRepeated() {
        wire.thenFails(new IOException("reset"))
                .otherwise(request -> ScriptedWire.json(200, found("live", "buy", "10")));
        Outcome<OrderAck> outcome = cancel();
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(((Outcome.Unknown<OrderAck>) outcome).nextStep()).contains("cancelling it again is safe");
    }

    @Test
    void cancel_withoutAnyId_throws() {
        assertThatThrownBy(() -> builder()
                        .build()
                        .trade()
                        .cancelOrder(
                                CancelOrderRequest.builder().instId("BTC-USDT").build()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
