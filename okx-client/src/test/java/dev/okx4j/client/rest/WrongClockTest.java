package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.account.SetLeverageRequest;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.seam.Entropy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client whose clock is minutes off, before an exchange that judges the time as OKX does and tells its own only so often. */
@NullUnmarked
class WrongClockTest {
    private static final String TIME = "GET /api/v5/public/time";
    private static final String POSITIONS = "GET /api/v5/account/positions";
    private static final String ORDER = "POST /api/v5/trade/order";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire();
    private final OkxClient okx = OkxClient.builder()
            .wire(wire)
            .clock(time)
            .waits(time)
            .limiter(new Limiter())
            .entropy(Entropy.seeded(7))
            .gate(WriteGate.open())
            .journal(IntentJournal.inMemory())
            .recoverInBackground(false)
            .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
            .build();

    private int refusedReadings;
    private Duration jump = Duration.ZERO;

    WrongClockTest() {
        time.setWallAhead(Duration.ofMinutes(-5));
        wire.on(TIME, request -> {
            if (refusedReadings > 0) {
                refusedReadings--;
                return refused(429, "50011");
            }
            return ScriptedWire.json(
                    200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + truth().toEpochMilli() + "\"}]}");
        });
        wire.on(POSITIONS, request -> judge(request, "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"));
        wire.on(ORDER, request -> judge(request, WriteSetting.ACK));
    }

    private static WireResponse refused(int status, String code) {
        return ScriptedWire.json(status, "{\"code\":\"" + code + "\",\"msg\":\"Why\",\"data\":[]}");
    }

    private Instant truth() {
        return VirtualTime.START.plusNanos(time.nanos() - 1).plus(jump);
    }

    private WireResponse judge(WireRequest request, String answer) {
        time.advance(Duration.ofMillis(1));
        Instant signed = Instant.parse(request.headers().get("OK-ACCESS-TIMESTAMP"));
        return Duration.between(signed, truth()).abs().compareTo(Duration.ofSeconds(30)) > 0
                ? refused(401, "50102")
                : ScriptedWire.json(200, answer);
    }

    private void positions() {
        okx.account().positions(PositionsRequest.builder().build());
    }

    @Test
    void read_measuresAndGoesOnceMore() {
        positions();
        assertThat(wire.count(TIME)).isEqualTo(5);
        assertThat(wire.count(POSITIONS)).isEqualTo(2);
    }

    /** Another program at this address has read the clock, as one does that has only just been restarted. */
    @Test
    void read_whoseMeasurementComesTooOften_measuresAgainBeforeItGoesOnceMore() {
        refusedReadings = 1;
        positions();
        assertThat(wire.count(POSITIONS)).isEqualTo(2);
    }

    @Test
    void reading_thatComesTooOftenAfterTwo_isNotNeeded() {
        wire.on(TIME, request -> wire.count(TIME) > 2 ? refused(429, "50011") : ScriptedWire.json(200, told()));
        positions();
        assertThat(wire.count(POSITIONS)).isEqualTo(2);
        assertThat(time.sleeps()).isEmpty();
    }

    private String told() {
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + truth().toEpochMilli() + "\"}]}";
    }

    @Test
    void clockThatCannotBeRead_isTriedThreeTimes_andTheReadIsNotSentAgain() {
        wire.on(TIME, request -> refused(200, "51000"));
        assertThatThrownBy(this::positions)
                .isInstanceOfSatisfying(
                        AuthenticationException.class, e -> assertThat(e.code()).isEqualTo("50102"));
        assertThat(wire.count(POSITIONS)).isEqualTo(1);
        assertThat(wire.count(TIME)).isEqualTo(3);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void readWithoutTheTimeForAnotherTry_isAnsweredAtOnce() {
        wire.on(TIME, request -> refused(200, "51000"));
        Rest brief = okx.rest().within(Duration.ofSeconds(1));
        assertThatThrownBy(() -> brief.list(
                        Endpoint.get("/api/v5/account/positions", Rest.Time.class)
                                .needs(Access.READ),
                        Params.none()))
                .isInstanceOf(AuthenticationException.class);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void setting_measuresOnce_whateverCameOfIt() {
        wire.on("POST /api/v5/account/set-leverage", request -> judge(request, "{}"));
        wire.on(TIME, request -> refused(200, "51000"));
        assertThatThrownBy(() -> okx.account()
                        .setLeverage(new SetLeverageRequest("X", null, BigDecimal.ONE, MgnMode.cross, null)))
                .isInstanceOf(AuthenticationException.class);
        assertThat(wire.count(TIME)).isEqualTo(1);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void readsThatAreRefusedForOneWrongClock_areOneMeasurement() {
        ScriptedWire busy = wire.on(POSITIONS, request -> {
            if (wire.count(POSITIONS) == 1) {
                positions();
            }
            return judge(request, "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}");
        });
        positions();
        assertThat(busy.count(TIME)).isEqualTo(5);
        assertThat(busy.count(POSITIONS)).isEqualTo(4);
    }

    @Test
    void readThatIsRefusedWithTheTimeThatWasMeasured_isAnotherMeasurement() {
        positions();
        jump = Duration.ofMinutes(2);
        time.advance(Duration.ofSeconds(3));
        positions();
        assertThat(wire.count(TIME)).isEqualTo(10);
        assertThat(wire.count(POSITIONS)).isEqualTo(4);
    }

    @Test
    void orderThatIsRefusedForAWrongClock_leavesOnceMore_andWhatAnotherMeasuredMeanwhileIsEnough() {
        assertThat(okx.trade().placeOrder(WriteSetting.order("a1"))).isInstanceOf(Outcome.Confirmed.class);
        // Back, so that the order has not expired by the time that is measured.
        jump = Duration.ofMinutes(-2);
        time.advance(Duration.ofSeconds(3));
        wire.on(ORDER, request -> {
            if (wire.count(ORDER) == 2) {
                time.advance(Duration.ofMillis(1));
                positions();
            }
            return judge(request, WriteSetting.ACK);
        });
        assertThat(okx.trade().placeOrder(WriteSetting.order("a1"))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.count(ORDER)).isEqualTo(3);
        assertThat(wire.count(TIME)).isEqualTo(10);
    }

    /** An answer to the question for the time itself, which carries none, must not ask it again. */
    @ParameterizedTest
    @ValueSource(strings = {"50102", "50112", "60004"})
    void clockThatIsRefusedForTheTime_isNotReadForThat(String code) {
        wire.on(TIME, request -> refused(401, code));
        assertThat(okx.trade().placeOrder(WriteSetting.order("a1"))).isInstanceOf(Outcome.NotSent.class);
        assertThat(wire.count(TIME)).isEqualTo(1);
    }
}
