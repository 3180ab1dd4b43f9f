package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.account.SetLeverageRequest;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.BadAnswerException;
import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.OkxIoException;
import dev.okx4j.client.error.RateLimitedException;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.TurnTime;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.publicdata.InstrumentsRequest;
import dev.okx4j.client.seam.Entropy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ReadTest {
    private static final String NOTHING = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire().tellingTime(time);
    private final OkxClient okx = builder().build();

    private OkxClientBuilder builder() {
        return OkxClient.builder()
                .wire(wire)
                .clock(time)
                .waits(time)
                .entropy(Entropy.seeded(7))
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"));
    }

    private void positions() {
        okx.account().positions(PositionsRequest.builder().build());
    }

    private static String refusal(String code) {
        return "{\"code\":\"" + code + "\",\"msg\":\"Why\",\"data\":[]}";
    }

    private static Wire.NotSentException notSent() {
        return new Wire.NotSentException("refused", new ConnectException());
    }

    @Test
    void read_thatDidNotLeave_goesUpToTwiceMore() {
        wire.thenFails(notSent()).thenFails(notSent()).thenJson(NOTHING);
        positions();
        assertThat(wire.requests()).hasSize(3);
        assertThat(time.sleeps())
                .hasSize(2)
                .allSatisfy(pause -> assertThat(pause).isLessThan(Duration.ofMillis(501)));
        assertThat(time.sleeps().get(0)).isLessThan(Duration.ofMillis(251));
    }

    @Test
    void read_thatNeverLeaves_givesUpAfterTheThirdTime() {
        wire.thenFails(notSent()).thenFails(notSent()).thenFails(notSent());
        assertThatThrownBy(this::positions).isInstanceOf(OkxIoException.class).hasMessageContaining("refused");
    }

    @Test
    void read_whoseAnswerIsLost_goesOnceMore() {
        wire.thenFails(new IOException("reset")).thenJson(NOTHING);
        positions();
        assertThat(wire.requests()).hasSize(2);
    }

    @Test
    void read_whoseTimeIsOver_doesNotGoAgain() {
        wire.then(request -> {
            time.advance(request.timeout());
            throw new InterruptedIOException("timeout");
        });
        assertThatThrownBy(this::positions)
                .isInstanceOf(OkxIoException.class)
                .hasMessageContaining("did not answer within PT10S");
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void resend_hasOnlyWhatIsLeftOfTheTime() {
        wire.then(request -> {
                    time.advance(Duration.ofSeconds(4));
                    throw new IOException("reset");
                })
                .thenJson(NOTHING);
        positions();
        assertThat(wire.request(0).timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(wire.request(1).timeout()).isBetween(Duration.ofMillis(5750), Duration.ofSeconds(6));
    }

    @Test
    void read_thatIsInterrupted_doesNotGoAgain() {
        wire.then(request -> {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        });
        assertThatThrownBy(this::positions).isInstanceOf(OkxIoException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void pauseBeforeAResend_canBeInterrupted() {
        wire.then(request -> {
            Thread.currentThread().interrupt();
            return ScriptedWire.json(503, refusal("50001"));
        });
        assertThatThrownBy(this::positions).isInstanceOf(OkxIoException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"50001", "50013", "50026", "50004"})
    void code_thatCanPassALittleLater_isAskedAgain(String code) {
        wire.thenJson(500, refusal(code)).thenJson(200, refusal(code)).thenJson(NOTHING);
        positions();
        assertThat(wire.requests()).hasSize(3);
        assertThat(time.sleeps()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51001", "50111", "50112", "50110", "51603", "1", "59999"})
    void code_thatCannot_isNot(String code) {
        wire.thenJson(refusal(code));
        assertThatThrownBy(this::positions)
                .isInstanceOf(OkxApiException.class)
                .satisfies(e -> assertThat(((OkxException) e).code()).isEqualTo(code));
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void answer_thatIsNotOkxs_isNotAskedForAgain() {
        wire.then(request -> ScriptedWire.answer(502, "text/html", "<h1>Bad gateway</h1>"));
        assertThatThrownBy(this::positions).isInstanceOf(BadAnswerException.class);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void tooMany_drainsTheWindowAndGoesAgainWithinItsTime() {
        wire.thenJson(429, refusal("50011")).thenJson(200, refusal("50011")).thenJson(NOTHING);
        positions();
        assertThat(wire.requests()).hasSize(3);
        assertThat(time.sleeps().get(0)).isBetween(Duration.ofMillis(2100), Duration.ofMillis(3100));
        assertThat(time.sleeps().get(1)).isBetween(Duration.ofMillis(2100), Duration.ofMillis(4100));
    }

    @Test
    void tooMany_withoutTheTimeToWait_isRateLimited() {
        wire.thenJson(429, refusal("50011"));
        Rest brief = okx.rest().within(Duration.ofSeconds(2));
        assertThatThrownBy(() -> brief.list(Endpoint.get("/x", Rest.Time.class), Params.none()))
                .isInstanceOf(RateLimitedException.class);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void setting_goesOnce() {
        wire.thenJson(503, refusal("50001")).thenFails(notSent()).thenJson(401, refusal("50102"));
        for (int i = 1; i <= 3; i++) {
            assertThatThrownBy(() -> okx.account()
                            .setLeverage(new SetLeverageRequest("X", null, BigDecimal.ONE, MgnMode.cross, null)))
                    .isInstanceOf(OkxException.class);
            assertThat(wire.requests()).hasSize(i);
        }
    }

    @Test
    void wrongTime_readsOkxsClockAndGoesOnceMore() {
        time.setWallAhead(Duration.ofMinutes(-5));
        wire.thenJson(401, refusal("50102")).thenJson(NOTHING);
        positions();
        assertThat(wire.request(0).headers()).containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-16T23:55:00.000Z");
        assertThat(wire.request(1).headers()).containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:00.000Z");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void malformedTime_readsOkxsClockForTheNextCall() {
        time.setWallAhead(Duration.ofMinutes(-5));
        wire.thenJson(401, refusal("50112")).thenJson(NOTHING);
        assertThatThrownBy(this::positions).isInstanceOf(AuthenticationException.class);
        positions();
        assertThat(wire.request(1).headers()).containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:00.000Z");
    }

    @Test
    void badSignature_doesNotTouchTheClock() {
        time.setWallAhead(Duration.ofMinutes(-5));
        wire.thenJson(401, refusal("50113"));
        assertThatThrownBy(this::positions).isInstanceOf(AuthenticationException.class);
        time.advance(Duration.ofMinutes(1));
        wire.thenJson(NOTHING);
        positions();
        assertThat(wire.request(1).headers()).containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-16T23:56:00.000Z");
    }

    @Test
    void resends_areOneInTenOfTheRequests() {
        wire.otherwise(request -> ScriptedWire.json(503, refusal("50001")));
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> okx.publicData()
                            .instruments(InstrumentsRequest.builder()
                                    .instType(InstType.SPOT)
                                    .build()))
                    .isInstanceOf(OkxApiException.class);
        }
        assertThat(wire.requests()).hasSizeBetween(215, 220);
    }

    @Test
    void fortyBalanceCalls_onATenInTwoSecondsLimit_allSucceedInOrder() throws InterruptedException {
        TurnTime turns = new TurnTime();
        List<Instant> arrivals = new ArrayList<>();
        Wire exchange = request -> {
            arrivals.add(turns.now());
            return ScriptedWire.json(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"totalEq\":\"1\"}]}");
        };
        OkxClient client = OkxClient.builder()
                .wire(exchange)
                .clock(turns)
                .waits(turns)
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                .build();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            turns.start(Duration.ZERO, () -> {
                assertThat(client.account().balance().totalEq()).isEqualByComparingTo("1");
                order.add(number);
            });
        }
        turns.run();
        assertThat(order).hasSize(40).isSorted();
        for (int i = 0; i < 40; i++) {
            assertThat(arrivals.get(i))
                    .isEqualTo(VirtualTime.START.plusMillis(i / 10 * 2100 + (i < 10 ? 0 : i % 10 * 105)));
        }
    }

    /** Returns a client whose pauses are as long as they may be, an hour after its machine began to count. */
    private OkxClient patient() {
        time.advance(Duration.ofHours(1));
        return builder()
                .entropy(bytes -> Arrays.fill(bytes, (byte) -1))
                .limiter(new Limiter())
                .build();
    }

    @Test
    void pauses_areAQuarterOfASecondAndThenHalfOfOneAtMost() {
        wire.thenFails(notSent()).thenFails(notSent()).thenJson(NOTHING);
        patient().account().positions(PositionsRequest.builder().build());
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void pause_leavesTimeForTheResend() {
        wire.then(request -> {
                    time.advance(Duration.ofMillis(9_800));
                    throw new IOException("reset");
                })
                .thenJson(NOTHING);
        patient().account().positions(PositionsRequest.builder().build());
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100));
        assertThat(wire.request(1).timeout()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void read_ofABusyClient_goesTwiceMoreAtMostToo() {
        OkxClient client = patient();
        wire.otherwise(request -> ScriptedWire.json(200, NOTHING));
        for (int i = 0; i < 60; i++) {
            client.account().positions(PositionsRequest.builder().build());
        }
        int before = wire.requests().size();
        wire.otherwise(request -> ScriptedWire.json(503, refusal("50001")));
        assertThatThrownBy(() ->
                        client.account().positions(PositionsRequest.builder().build()))
                .isInstanceOf(OkxApiException.class);
        assertThat(wire.requests()).hasSize(before + 3);
    }

    @Test
    void waitForTheLimit_leavesAQuarterOfTheTimeForTheExchange() {
        OkxClient client = patient();
        wire.otherwise(request -> ScriptedWire.json(200, NOTHING));
        Endpoint<Rest.Time> narrow = Endpoint.get("/x", Rest.Time.class);
        Rest brief = client.rest().within(Duration.ofMillis(2_400));
        Rest longer = client.rest().within(Duration.ofSeconds(3));
        int passed = 0;
        while (passed < 1_000 && passes(brief, narrow)) {
            passed++;
        }
        assertThat(passed).as("calls that go at once").isBetween(1, 999);
        assertThat(time.sleeps()).isEmpty();
        assertThat(passes(longer, narrow)).isTrue();
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(2_100));
    }

    private static boolean passes(Rest rest, Endpoint<Rest.Time> endpoint) {
        try {
            rest.list(endpoint, Params.none());
            return true;
        } catch (RateLimitedException e) {
            return false;
        }
    }

    @Test
    void waitForTheLimit_canBeInterrupted() {
        wire.thenJson(429, refusal("50011"));
        OkxClient client = builder()
                .waits(duration -> {
                    throw new InterruptedException();
                })
                .limiter(new Limiter())
                .build();
        assertThatThrownBy(() ->
                        client.account().positions(PositionsRequest.builder().build()))
                .isInstanceOf(OkxIoException.class)
                .hasMessageContaining("interrupted before it was sent");
        assertThat(Thread.interrupted()).isTrue();
    }
}
