package dev.okx4j.client.internal;

import static dev.okx4j.client.internal.ScriptedLookUp.MISSING;
import static dev.okx4j.client.internal.ScriptedLookUp.PENDING;
import static dev.okx4j.client.internal.ScriptedLookUp.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.OkxIoException;
import dev.okx4j.client.error.PermissionException;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Doubt;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import dev.okx4j.client.rest.WritePlan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When silence is a proof, when it is a question for a person, and when it is neither. */
@NullUnmarked
class ReconcilerTest {
    private static final Instant START = VirtualTime.START;
    private static final Finding<String> IN_A_SECOND = again(1000);
    private static final String ACK = "{\"code\":\"0\",\"data\":[{\"ordId\":\"1\"}]}";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire().tellingTime(time);
    private final MemoryJournal journal = IntentJournal.inMemory();
    private final ScriptedLookUp lookUp = new ScriptedLookUp();
    private final Reconciler reconciler = new Reconciler();
    private final Rest rest = Clients.reading(wire, time)
            .gate(WriteGate.open())
            .journal(journal)
            .recoverInBackground(false)
            .build()
            .rest();

    private static WriteIntent intent(Kind kind, boolean expires) {
        Instant expTime = expires ? START.plusSeconds(5) : null;
        return new WriteIntent("i", kind, "/x", "a1", Map.of("instId", "X"), START, expTime, 1);
    }

    private Endpoint<String> endpoint(Kind kind) {
        return Endpoint.post("/x", String.class).write(WritePlan.of(kind, "clOrdId", "ordId", lookUp));
    }

    private OpenWrite<String> open(Kind kind, boolean expires, Outcome<String> otherwise) {
        Doubt<String> doubt = new Doubt<>(intent(kind, expires), "why", otherwise);
        return OpenWrite.of(endpoint(kind), doubt, Duration.ZERO, time.nanos());
    }

    private OpenWrite<String> place() {
        return open(Kind.PLACE, true, null);
    }

    private OpenWrite<String> earlier(Kind kind, boolean expires) {
        return OpenWrite.left(endpoint(kind), new IntentJournal.Open(intent(kind, expires), null), time.nanos());
    }

    private Finding<String> look(OpenWrite<String> write) {
        return reconciler.look(rest, write, time.nanos());
    }

    private Finding<String> lookAt(OpenWrite<String> write, long millis) {
        time.advance(Duration.between(time.now(), START.plusMillis(millis)));
        return look(write);
    }

    private static Finding<String> again(long millis) {
        return new Finding.LookAgain<>(Duration.ofMillis(millis));
    }

    private static String code(Finding<String> finding) {
        assertThat(finding).isInstanceOf(Finding.Ended.class);
        return ((Outcome.Rejected<String>) ((Finding.Ended<String>) finding).outcome()).code();
    }

    private static String question(Finding<String> finding) {
        assertThat(finding).isInstanceOf(Finding.ForAPerson.class);
        return ((Finding.ForAPerson<String>) finding).reason();
    }

    @Test
    void seen_ends() {
        lookUp.then(SEEN);
        assertThat(look(place())).isEqualTo(new Finding.Ended<>(new Outcome.Confirmed<>("ack", "a1")));
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void missing_beforeItsTimeIsOver_isLookedAtAtGrowingIntervals_thenEveryThreeSeconds() {
        OpenWrite<String> write = place();
        assertThat(write.due() - time.nanos()).isEqualTo(Duration.ofMillis(200).toNanos());
        for (long delay : new long[] {500, 1000, 2000, 4000, 8000, 3000, 3000}) {
            assertThat(look(write)).isEqualTo(again(delay));
        }
        assertThat(lookUp.traces).isZero();
    }

    @Test
    void missing_isNeverProvenByOneLook() {
        assertThat(lookAt(place(), 3_600_000)).isEqualTo(IN_A_SECOND);
        assertThat(lookUp.traces).isZero();
    }

    @Test
    void missing_twoSecondsAfterItsExpiryToTheInstant_doesNotCount_oneMillisecondLaterItDoes() {
        OpenWrite<String> write = place();
        assertThat(lookAt(write, 7_000)).isEqualTo(again(500));
        assertThat(lookAt(write, 7_001)).isEqualTo(IN_A_SECOND);
        assertThat(lookAt(write, 8_000)).isEqualTo(IN_A_SECOND);
        assertThat(lookUp.traces).isZero();
        assertThat(code(lookAt(write, 8_001))).isEqualTo(Outcome.Rejected.NEVER_EXISTED);
        assertThat(lookUp.traces).isEqualTo(1);
    }

    @Test
    void missing_isCountedByOkxsClock_notByOurs() {
        OpenWrite<String> write = place();
        wire.tellingTime(null)
                .on(
                        "GET /api/v5/public/time",
                        request -> ScriptedWire.json(
                                200,
                                "{\"code\":\"0\",\"data\":[{\"ts\":\""
                                        + START.plusMillis(7_000).toEpochMilli() + "\"}]}"));
        assertThat(lookAt(write, 30_000)).isEqualTo(again(500));
        assertThat(lookAt(write, 40_000)).isEqualTo(again(1000));
        assertThat(lookUp.traces).isZero();
    }

    @Test
    void missing_withoutOkxsClock_provesNothing() {
        OpenWrite<String> write = place();
        wire.tellingTime(null).otherwise(request -> ScriptedWire.json(500, "{}"));
        assertThat(lookAt(write, 30_000)).isEqualTo(again(500));
        assertThat(lookUp.looks).isZero();
    }

    @Test
    void something_betweenTwoMisses_startsTheCountAnew() {
        OpenWrite<String> write = place();
        lookUp.then(MISSING).then(PENDING).then(MISSING);
        assertThat(lookAt(write, 8_000)).isEqualTo(IN_A_SECOND);
        assertThat(lookAt(write, 9_000)).isEqualTo(again(500));
        assertThat(lookAt(write, 10_000)).isEqualTo(IN_A_SECOND);
        assertThat(code(lookAt(write, 11_000))).isEqualTo(Outcome.Rejected.NEVER_EXISTED);
    }

    @Test
    void look_thatGetsNoAnswer_leavesTheCountAsItIs() {
        OpenWrite<String> write = place();
        lookUp.then(MISSING)
                .then(() -> {
                    throw new OkxIoException("reset", "GET /x", new IOException());
                })
                .then(MISSING);
        lookAt(write, 8_000);
        assertThat(lookAt(write, 9_000)).isEqualTo(again(500));
        assertThat(code(lookAt(write, 10_000))).isEqualTo(Outcome.Rejected.NEVER_EXISTED);
    }

    @Test
    void trace_isReadInTheHistory() {
        OpenWrite<String> write = place();
        lookUp.trace = true;
        lookUp.back = SEEN;
        lookAt(write, 8_000);
        assertThat(lookAt(write, 9_000)).isEqualTo(new Finding.Ended<>(new Outcome.Confirmed<>("ack", "a1")));
    }

    @Test
    void trace_thatSaysNothing_isForAPersonAfterAMinute() {
        OpenWrite<String> write = place();
        lookUp.trace = true;
        lookAt(write, 8_000);
        assertThat(lookAt(write, 9_000)).isEqualTo(again(500));
        assertThat(lookAt(write, 59_999)).isEqualTo(again(1000));
        assertThat(question(lookAt(write, 60_000))).contains("trace");
    }

    @ParameterizedTest
    @CsvSource({"7200000,NEVER_EXISTED", "7200001,NO_EFFECT", "7776000000,NO_EFFECT"})
    void missing_longerThanOkxTellsOfCancelledOrders_isOnlyKnownToHaveNoEffect(long millis, String code) {
        OpenWrite<String> write = earlier(Kind.PLACE, true);
        lookAt(write, millis - 1000);
        Finding<String> finding = lookAt(write, millis);
        assertThat(code(finding)).isEqualTo(code);
        assertThat(finding.toString()).contains(code.equals("NO_EFFECT") ? "no money moved" : "never reached OKX");
    }

    @Test
    void missing_longerThanOkxTellsOfFills_isForAPerson() {
        OpenWrite<String> write = earlier(Kind.PLACE, true);
        long days90 = Duration.ofDays(90).toMillis();
        lookAt(write, days90 - 1000);
        assertThat(question(lookAt(write, days90 + 1))).contains("older than what OKX tells of");
    }

    @Test
    void writeOfAnEarlierRun_isJudgedByOkxsClockAtOnce() {
        time.advance(Duration.ofSeconds(30));
        OpenWrite<String> write = earlier(Kind.PLACE, true);
        assertThat(write.due()).isEqualTo(time.nanos());
        assertThat(look(write)).isEqualTo(IN_A_SECOND);
        assertThat(code(lookAt(write, 31_000))).isEqualTo(Outcome.Rejected.NEVER_EXISTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PLACE", "CLOSE", "TRANSFER", "AMEND"})
    void missing_withoutAnExpiryTime_isForAPersonAfterAMinute(Kind kind) {
        OpenWrite<String> write = open(kind, false, null);
        assertThat(lookAt(write, 60_000)).isEqualTo(again(500));
        assertThat(lookAt(write, 60_001)).isEqualTo(IN_A_SECOND);
        assertThat(question(lookAt(write, 61_001))).contains("OKX does not know it");
        assertThat(lookUp.traces).isZero();
    }

    @Test
    void missing_withoutAnExpiryTime_hasNoEffectAfterTwoHoursWithoutATrace() {
        OpenWrite<String> write = earlier(Kind.CLOSE, false);
        lookAt(write, 7_200_000);
        assertThat(code(lookAt(write, 7_201_000))).isEqualTo(Outcome.Rejected.NO_EFFECT);
        assertThat(lookUp.traces).isEqualTo(1);
    }

    @Test
    void pending_isForAPersonAtTheSecondLookAfterAMinute() {
        OpenWrite<String> write = open(Kind.TRANSFER, false, null);
        lookUp.then(PENDING);
        assertThat(lookAt(write, 59_999)).isEqualTo(again(500));
        assertThat(lookAt(write, 60_000)).isEqualTo(IN_A_SECOND);
        assertThat(question(lookAt(write, 61_000))).contains("nothing that decides it");
    }

    @Test
    void idTakenByAnotherOrder_isRefused() {
        Outcome<String> refused = new Outcome.Rejected<>("51016", "in use", null, "a1");
        lookUp.then(PENDING);
        assertThat(look(open(Kind.PLACE, true, refused))).isEqualTo(new Finding.Ended<>(refused));
    }

    @Test
    void idTaken_whileNothingIsSeen_isLookedAtFurther_andRefusedWhenThatProvesAbsence() {
        Outcome<String> refused = new Outcome.Rejected<>("51016", "in use", null, "a1");
        OpenWrite<String> write = open(Kind.PLACE, true, refused);
        assertThat(look(write)).isEqualTo(again(500));
        lookAt(write, 8_000);
        assertThat(lookAt(write, 9_000)).isEqualTo(new Finding.Ended<>(refused));
    }

    @Test
    void cancelThatOkxRefused_withTheOrderStillThere_isRefusedAfterAMinute() {
        Outcome<String> refused = new Outcome.Rejected<>("51410", "cancelling", null, "a1");
        OpenWrite<String> write = open(Kind.CANCEL, false, refused);
        lookUp.then(PENDING);
        wire.otherwise(request -> ScriptedWire.json(200, "{\"code\":\"51410\",\"msg\":\"cancelling\",\"data\":[]}"));
        assertThat(look(write)).isEqualTo(again(500));
        assertThat(lookAt(write, 3_000)).isEqualTo(again(1000));
        assertThat(lookAt(write, 60_000)).isEqualTo(IN_A_SECOND);
        assertThat(lookAt(write, 61_000)).isEqualTo(new Finding.Ended<>(refused));
        assertThat(wire.posts()).isEqualTo(2);
    }

    @Test
    void cancel_ofAnOrderStillLive_isRepeatedAtOnce_onceMoreAfterThreeSeconds_andThenNever() {
        OpenWrite<String> write = open(Kind.CANCEL, false, null);
        lookUp.then(PENDING);
        wire.otherwise(request -> {
            throw new IOException("reset");
        });
        assertThat(look(write)).isEqualTo(again(500));
        assertThat(wire.posts()).isEqualTo(1);
        lookAt(write, 2_999);
        assertThat(wire.posts()).isEqualTo(1);
        lookAt(write, 3_000);
        assertThat(wire.posts()).isEqualTo(2);
        lookAt(write, 10_000);
        assertThat(wire.posts()).isEqualTo(2);
        assertThat(write.intent().attempt()).isEqualTo(3);
        assertThat(journal.entries())
                .extracting(entry -> entry.intent().attempt())
                .containsExactly(2, 3);
        assertThat(wire.body(0)).isEqualTo("{\"instId\":\"X\"}");
    }

    @Test
    void massCancel_thatLeftNothingOpen_isDecidedOnceItIsKnownForLongEnough() {
        OpenWrite<String> write = open(Kind.MASS_CANCEL, false, null);
        lookUp.then(new Sight.Gone<>(new Outcome.Confirmed<>("all", ""), Duration.ofSeconds(3)));
        wire.otherwise(request -> {
            throw new IOException("reset");
        });
        assertThat(look(write)).isEqualTo(again(500));
        assertThat(wire.posts()).as("sent once more meanwhile").isEqualTo(1);
        assertThat(lookAt(write, 2_999)).isInstanceOf(Finding.LookAgain.class);
        assertThat(lookAt(write, 3_000)).isEqualTo(new Finding.Ended<>(new Outcome.Confirmed<>("all", "")));
    }

    @Test
    void massCancel_ofAnEarlierRun_isDecidedOnceThisOneKnowsItForLongEnough() {
        OpenWrite<String> write = earlier(Kind.MASS_CANCEL, false);
        lookUp.then(new Sight.Gone<>(new Outcome.Confirmed<>("all", ""), Duration.ofSeconds(3)));
        assertThat(look(write)).isInstanceOf(Finding.LookAgain.class);
        assertThat(lookAt(write, 2_999)).isInstanceOf(Finding.LookAgain.class);
        assertThat(lookAt(write, 3_000)).isEqualTo(new Finding.Ended<>(new Outcome.Confirmed<>("all", "")));
        assertThat(wire.posts()).isZero();
    }

    @Test
    void cancel_whoseRepeatIsTaken_isConfirmed() {
        Endpoint<Ack> endpoint =
                Endpoint.post("/x", Ack.class).write(WritePlan.cancel("clOrdId", "ordId", new Nothing<>()));
        OpenWrite<Ack> write = OpenWrite.of(
                endpoint, new Doubt<>(intent(Kind.CANCEL, false), "why", null), Duration.ZERO, time.nanos());
        wire.thenJson(ACK);
        assertThat(reconciler.look(rest, write, time.nanos()))
                .isEqualTo(new Finding.Ended<>(new Outcome.Confirmed<>(new Ack("1"), "a1")));
    }

    @Test
    void cancel_ofAnOrderThatIsGoneWithoutATrace_hadNothingToCancel() {
        OpenWrite<String> write = open(Kind.CANCEL, false, null);
        wire.otherwise(request -> ScriptedWire.json(200, "{\"code\":\"51603\",\"msg\":\"\",\"data\":[]}"));
        look(write);
        lookAt(write, 60_001);
        assertThat(code(lookAt(write, 61_001))).isEqualTo(Outcome.Rejected.NO_EFFECT);
        assertThat(lookUp.traces).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCEL_ALL_AFTER", "MASS_CANCEL"})
    void timerOrMassCancel_leavesAgainTwice_butNotAfterARestart(Kind kind) {
        lookUp.then(PENDING);
        wire.otherwise(request -> {
            throw new IOException("reset");
        });
        OpenWrite<String> mine = open(kind, false, null);
        look(mine);
        lookAt(mine, 3_000);
        lookAt(mine, 6_000);
        assertThat(wire.posts()).isEqualTo(2);
        look(earlier(kind, false));
        assertThat(wire.posts()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"PLACE", "CLOSE", "TRANSFER", "AMEND"})
    void whatIsInDoubt_isNeverSentAgain(Kind kind) {
        lookUp.then(PENDING);
        OpenWrite<String> write = open(kind, false, null);
        look(write);
        lookAt(write, 30_000);
        lookAt(write, 90_000);
        assertThat(wire.posts()).isZero();
    }

    @Test
    void keyThatMayNotAsk_isNotTriedOften_andAPersonIsAskedAfterAMinute() {
        OpenWrite<String> write = place();
        OkxException no = new AuthenticationException("bad key", "50111", "", "GET /x", null);
        OkxException neither = new PermissionException("no right", "50120", "", "GET /x", null);
        lookUp.then(() -> {
                    throw no;
                })
                .then(() -> {
                    throw neither;
                });
        assertThat(look(write)).isEqualTo(again(30_000));
        assertThat(lookAt(write, 30_000)).isEqualTo(again(30_000));
        assertThat(lookAt(write, 60_000)).isEqualTo(IN_A_SECOND);
        assertThat(question(lookAt(write, 61_000)))
                .contains("does not let this key ask")
                .contains("no right");
    }

    @Test
    void writeToAnUnknownEndpoint_isForAPerson() {
        OpenWrite<String> write =
                OpenWrite.left(null, new IntentJournal.Open(intent(Kind.PLACE, true), null), time.nanos());
        assertThat(question(look(write))).contains("does not know how to look up /x");
    }

    /** An acknowledgement. */
    public record Ack(String ordId) {}

    private static final class Nothing<A> implements dev.okx4j.client.rest.LookUp<A> {
        @Override
        public dev.okx4j.client.rest.Sight<A> look(Rest rest, WriteIntent intent) {
            return new dev.okx4j.client.rest.Sight.Missing<>();
        }

        @Override
        public boolean leftNoTrace(Rest rest, WriteIntent intent) {
            return false;
        }
    }
}
