package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.error.BlockedException;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.intent.Outcome;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Calls that had to wait for the rate limit, while OKX shut the door that was open when they came. */
@NullUnmarked
class ShutWhileWaitingTest extends WriteSetting {
    private static final String NONE = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
    private static final String BAD_KEY = "{\"code\":\"50113\",\"msg\":\"Invalid sign\",\"data\":[]}";

    private final Limiter limiter = new Limiter();
    private Runnable duringTheWait = () -> {};
    private final OkxClient okx = builder().build();

    @Override
    OkxClientBuilder builder() {
        return super.builder().limiter(limiter).waits(pause -> {
            time.sleep(pause);
            Runnable once = duringTheWait;
            duringTheWait = () -> {};
            once.run();
        });
    }

    private void positions() {
        okx.account().positions(PositionsRequest.builder().build());
    }

    /** Places as many orders as the limit has room for. */
    private void fillTheWindowOfOrders() {
        wire.otherwise(request -> ScriptedWire.json(200, ACK));
        for (int i = 0; i < 60; i++) {
            assertThat(okx.trade().placeOrder(order(ID))).isInstanceOf(Outcome.Confirmed.class);
        }
    }

    /** Lets another client of this address be shut out. */
    private void shutOut() {
        wire.otherwise(request -> ScriptedWire.answer(403, "text/html", "<html>error code: 1015</html>"));
        assertThatThrownBy(() -> builder().build().account().config()).hasMessageContaining("1015");
        wire.requests().clear();
    }

    private void assertThatTheNextOrderDoesNotLeave(String why) {
        assertThat(okx.trade().placeOrder(order(ID))).isInstanceOfSatisfying(Outcome.NotSent.class, notSent -> {
            assertThat(notSent.cause()).isEqualTo(Outcome.NotSent.Cause.BLOCKED);
            assertThat(notSent.reason()).contains(why);
        });
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void order_whenTheAddressIsShutOutMeanwhile_isNotSent() {
        fillTheWindowOfOrders();
        duringTheWait = this::shutOut;
        assertThatTheNextOrderDoesNotLeave("1015");
    }

    @Test
    void order_whenTheKeyIsRefusedMeanwhile_isNotSent() {
        fillTheWindowOfOrders();
        duringTheWait = () -> {
            wire.otherwise(request -> ScriptedWire.json(401, BAD_KEY));
            assertThatThrownBy(this::positions).hasMessageContaining("50113");
            wire.requests().clear();
        };
        assertThatTheNextOrderDoesNotLeave("50113");
    }

    @Test
    void read_whenTheAddressIsShutOutMeanwhile_isNotSent() {
        wire.otherwise(request -> ScriptedWire.json(200, NONE));
        for (int i = 0; i < 10; i++) {
            positions();
        }
        duringTheWait = this::shutOut;
        assertThatThrownBy(this::positions).isInstanceOf(BlockedException.class);
        assertThat(wire.requests()).isEmpty();
    }
}
