package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A write leaves a second time only after an answer that proves that nothing happened, and only inside its first time. */
@NullUnmarked
class SecondAttemptTest extends WriteSetting {
    private static final String TOO_MANY = "{\"code\":\"50011\",\"msg\":\"Too Many Requests\",\"data\":[]}";
    private static final Outcome<Object> REFUSED = new Outcome.Rejected<>("50011", "Too Many Requests", null, ID);

    private static WireResponse late() {
        return ScriptedWire.json(401, "{\"code\":\"50102\",\"msg\":\"Timestamp request expired\"}");
    }

    @ParameterizedTest
    @CsvSource({"200,50011", "429,50011", "200,50061", "200,50040"})
    void place_thatCameTooFast_leavesOnceMore_withTheSameIdAndExpiryTime(int status, String code) {
        wire.thenJson(status, "{\"code\":\"" + code + "\",\"msg\":\"Slow down\",\"data\":[]}")
                .thenJson(ACK);
        assertThat(place()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.posts()).isEqualTo(2);
        assertThat(wire.body(1)).isEqualTo(wire.body(0));
        assertThat(wire.request(1).headers())
                .containsEntry("expTime", wire.request(0).headers().get("expTime"));
        assertThat(journal.entries()).hasSize(3);
        WriteIntent first = journal.entries().get(0).intent();
        WriteIntent second = journal.entries().get(1).intent();
        assertThat(journal.entries().get(1).outcome()).isNull();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second).isEqualTo(first.again());
        assertThat(journal.entries().get(2).intent().attempt()).isEqualTo(2);
        assertThat(journal.open()).isEmpty();
    }

    @Test
    void place_thatCameTooFast_backsOffBeforeItLeavesAgain_andStaysInsideItsTime() {
        wire.thenJson(TOO_MANY).thenJson(ACK);
        place();
        Duration waited = time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void place_thatComesTooFastTwice_isRejectedAndNotSentAThirdTime() {
        wire.thenJson(TOO_MANY).thenJson(TOO_MANY);
        assertThat(place()).isEqualTo(REFUSED);
        assertThat(wire.posts()).isEqualTo(2);
    }

    @Test
    void place_whoseSecondAnswerIsLost_isInDoubt() {
        wire.thenJson(TOO_MANY)
                .thenFails(new IOException("reset"))
                .otherwise(request -> ScriptedWire.json(200, NOT_FOUND));
        assertThat(place()).isInstanceOf(Outcome.Unknown.class);
        assertThat(wire.posts()).isEqualTo(2);
        assertThat(journal.open())
                .singleElement()
                .satisfies(open -> assertThat(open.intent().attempt()).isEqualTo(2));
    }

    @Test
    void place_whoseSecondAttemptDoesNotLeave_isWhatOkxMadeOfTheFirst() {
        wire.thenJson(TOO_MANY).thenFails(new Wire.NotSentException("refused", new ConnectException()));
        assertThat(place()).isEqualTo(REFUSED);
    }

    @Test
    void place_whoseAnswerTookTheTimeItHad_doesNotLeaveAgain() {
        wire.then(request -> {
            time.advance(Duration.ofMillis(4_000));
            return ScriptedWire.json(200, TOO_MANY);
        });
        assertThat(place()).isEqualTo(REFUSED);
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void place_whoseWindowIsFullForLongerThanItHas_doesNotLeaveAgain() {
        wire.then(request -> {
            time.advance(Duration.ofMillis(2_500));
            return ScriptedWire.json(200, TOO_MANY);
        });
        assertThat(place()).isEqualTo(REFUSED);
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void place_whoseSecondAttemptCannotBeJournalled_doesNotLeaveAgain() {
        MemoryJournal kept = IntentJournal.inMemory();
        IntentJournal failing = new IntentJournal() {
            @Override
            public void intents(List<WriteIntent> intents) throws IOException {
                if (intents.get(0).attempt() > 1) {
                    throw new IOException("disk full");
                }
                kept.intents(intents);
            }

            @Override
            public void outcome(WriteIntent intent, Outcome<?> outcome) {
                kept.outcome(intent, outcome);
            }

            @Override
            public List<Open> open() {
                return kept.open();
            }
        };
        wire.thenJson(TOO_MANY);
        assertThat(builder().journal(failing).build().trade().placeOrder(order(ID)))
                .isEqualTo(REFUSED);
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void cancel_thatCameTooFast_leavesOnceMore() {
        wire.thenJson(TOO_MANY).thenJson(ACK);
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.posts()).isEqualTo(2);
    }

    @Test
    void writeWithoutAnExpiryTime_doesNotLeaveAgain() {
        Endpoint<?> algo = Endpoint.post("/api/v5/trade/order-algo", dev.okx4j.client.trade.OrderAck.class)
                .write(WritePlan.place("algoClOrdId", "ordId", new Blind<>()));
        wire.thenJson(TOO_MANY);
        Outcome<?> outcome = builder().build().rest().write(algo, Params.of("algoClOrdId", ID));
        assertThat(outcome).isEqualTo(REFUSED);
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void place_interruptedWhileItBacksOff_isWhatOkxMadeOfTheFirst_andStaysInterrupted() {
        wire.then(request -> {
            Thread.currentThread().interrupt();
            return ScriptedWire.json(200, TOO_MANY);
        });
        assertThat(place()).isEqualTo(REFUSED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void place_withTheWrongTime_leavesOnceMoreWithTheRightOne() {
        time.setWallAhead(Duration.ofSeconds(40));
        wire.then(request -> late()).thenJson(ACK);
        assertThat(place()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.posts()).isEqualTo(2);
        assertThat(wire.request(1).headers())
                .containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:00.000Z")
                .containsEntry("expTime", wire.request(0).headers().get("expTime"));
        assertThat(journal.entries().get(1).intent().attempt()).isEqualTo(2);
    }

    @Test
    void place_withTheWrongTime_doesNotLeaveAgainWhenOkxsClockCannotBeRead() {
        ScriptedWire silent = new ScriptedWire().tellingTime(time);
        OkxClient okx = builder().wire(silent).build();
        silent.then(request -> {
            silent.tellingTime(null).otherwise(read -> {
                throw new IOException("reset");
            });
            return late();
        });
        assertThat(okx.trade().placeOrder(order(ID))).isInstanceOf(Outcome.Rejected.class);
        assertThat(silent.posts()).isEqualTo(1);
    }

    @Test
    void cancel_withTheWrongTime_isSentWithWhatIsKnown_andOnceMoreWithTheRightOne() {
        time.setWallAhead(Duration.ofSeconds(40));
        wire.then(request -> late()).thenJson(ACK);
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.request(0).headers()).containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:40.000Z");
        assertThat(wire.request(1).headers()).containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50113", "50111", "50036", "51008", "50110"})
    void place_refusedForAnythingElse_isNeverSentTwice(String code) {
        wire.thenJson("{\"code\":\"" + code + "\",\"msg\":\"No\",\"data\":[]}");
        assertThat(place()).isEqualTo(new Outcome.Rejected<>(code, "No", null, ID));
        assertThat(wire.requests()).hasSize(1);
    }
}
