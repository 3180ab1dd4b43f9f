package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Decision;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class WriteTest {
    private static final String ID = "a1";
    private static final String ACK =
            "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":\"312\",\"clOrdId\":\"a1\",\"tag\":\"\","
                    + "\"ts\":\"1695190491421\",\"sCode\":\"0\",\"sMsg\":\"\"}],\"inTime\":\"1\",\"outTime\":\"2\"}";
    private static final String NOT_FOUND = "{\"code\":\"51603\",\"msg\":\"Order does not exist\",\"data\":[]}";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire();
    private final MemoryJournal journal = IntentJournal.inMemory();

    private OkxClientBuilder builder() {
        return OkxClient.builder()
                .wire(wire)
                .clock(time)
                .waits(time)
                .entropy(Entropy.seeded(1))
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                .gate(WriteGate.open())
                .journal(journal)
                .recoverInBackground(false);
    }

    private static PlaceOrderRequest order(String clOrdId) {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT")
                .tdMode(TdMode.cash)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(new BigDecimal("1E+1"))
                .px(new BigDecimal("0.50"))
                .clOrdId(clOrdId)
                .build();
    }

    private Outcome<OrderAck> place() {
        return builder().build().trade().placeOrder(order(ID));
    }

    private Outcome<OrderAck> cancel() {
        return builder()
                .build()
                .trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .instId("BTC-USDT")
                        .ordId("312")
                        .build());
    }

    private static String found(String state, String side, String sz) {
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SPOT\",\"instId\":\"BTC-USDT\",\"ordId\":\"312\","
                + "\"clOrdId\":\"a1\",\"ordType\":\"limit\",\"tdMode\":\"cash\",\"side\":\"" + side + "\",\"sz\":\""
                + sz
                + "\",\"px\":\"0.5\",\"state\":\"" + state + "\"}]}";
    }

    private void thenFound(String state) {
        wire.thenJson(found(state, "buy", "10"));
    }

    @Test
    void place_accepted_isConfirmedAndJournalledBeforeAndAfter() {
        wire.then(request -> {
            assertThat(journal.entries()).hasSize(1);
            assertThat(journal.entries().get(0).outcome()).isNull();
            return ScriptedWire.json(200, ACK);
        });
        Outcome<OrderAck> outcome = place();
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        OrderAck ack = ((Outcome.Confirmed<OrderAck>) outcome).ack();
        assertThat(ack.ordId()).isEqualTo("312");
        assertThat(ack.inTime()).isEqualTo("1");
        assertThat(outcome.clOrdId()).isEqualTo(ID);
        assertThat(wire.body(0))
                .isEqualTo("{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"clOrdId\":\"a1\",\"side\":\"buy\","
                        + "\"ordType\":\"limit\",\"sz\":\"10\",\"px\":\"0.50\"}");
        assertThat(wire.request(0).write()).isTrue();
        assertThat(wire.request(0).headers())
                .containsEntry(
                        "expTime",
                        Long.toString(VirtualTime.START.plusSeconds(5).toEpochMilli()));
        WriteIntent intent = journal.entries().get(0).intent();
        assertThat(intent.instId()).isEqualTo("BTC-USDT");
        assertThat(intent.expTime()).isEqualTo(VirtualTime.START.plusSeconds(5));
        assertThat(intent.path()).isEqualTo("/api/v5/trade/order");
        assertThat(journal.entries()).hasSize(2);
        assertThat(journal.entries().get(1).outcome()).isEqualTo(outcome);
    }

    @Test
    void place_withoutAClientId_getsOneThatNeverRepeats() {
        wire.otherwise(request -> ScriptedWire.json(200, ACK.replace("a1", "")));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            // The same seed each time: even then the counter keeps ids apart.
            Outcome<OrderAck> outcome = builder().build().trade().placeOrder(order(null));
            assertThat(outcome.clOrdId()).matches("[0-9A-Za-z]{32}");
            assertThat(wire.body(i)).contains("\"clOrdId\":\"" + outcome.clOrdId() + "\"");
            assertThat(ids.add(outcome.clOrdId())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with-dash", "abcdefghijklmnopqrstuvwxyz0123456", "ünicode"})
    void place_withAClientIdThatOkxWouldRefuse_throws(String id) {
        assertThatThrownBy(() -> builder().build().trade().placeOrder(order(id)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(wire.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"51008,1000", "51121,''", "51000,''"})
    void place_refusedByTheItemsCode_isRejectedWithIt(String code, String subCode) {
        wire.thenJson(
                "{\"code\":\"1\",\"msg\":\"All operations failed\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"a1\",\"sCode\":\""
                        + code + "\",\"sMsg\":\"Why\",\"subCode\":\"" + subCode + "\"}]}");
        assertThat(place()).isEqualTo(new Outcome.Rejected<>(code, "Why", subCode.isEmpty() ? null : subCode, ID));
        assertThat(wire.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401,50113", "401,50111", "200,51000", "400,50014", "200,50036"})
    void place_refusedAsAWhole_isRejected(int status, String code) {
        wire.thenJson(status, "{\"code\":\"" + code + "\",\"msg\":\"Why\",\"data\":[]}");
        assertThat(place()).isEqualTo(new Outcome.Rejected<>(code, "Why", null, ID));
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void place_withTheWrongTime_isRejectedAndTheNextHasTheRightOne() {
        time.setWallAhead(Duration.ofMinutes(-5));
        wire.thenJson(401, "{\"code\":\"50102\",\"msg\":\"Timestamp request expired\"}")
                .thenJson("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"1786924800000\"}]}")
                .thenJson(ACK);
        OkxClient okx = builder().build();
        assertThat(okx.trade().placeOrder(order(ID))).isInstanceOf(Outcome.Rejected.class);
        assertThat(wire.posts()).isEqualTo(1);
        assertThat(okx.trade().placeOrder(order(ID))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.request(2).headers()).containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:00.000Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|application/json|{\"code\":\"0\",\"msg\":\"\",\"data\":[]}",
                "200|application/json|{\"code\":\"0\",\"msg\":\"\"}",
                "200|application/json|{\"code\":\"0\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"a1\",\"sCode\":\"0\"}]}",
                "200|application/json|{\"code\":\"0\",\"data\":[{\"ordId\":\"1\",\"clOrdId\":\"a1\"}]}",
                "200|application/json|{\"code\":\"0\",\"data\":[{\"ordId\":\"1\",\"clOrdId\":\"b\",\"sCode\":\"0\"}]}",
                "200|application/json|{\"code\":\"0\",\"data\":[{\"ordId\":\"1\",\"sCode\":\"0\"},{\"ordId\":\"2\",\"sCode\":\"0\"}]}",
                "200|application/json|{\"code\":\"0\",\"data\":[{\"ordId\":\"1\",\"clOrdId\":\"a1\",\"sCode\":\"0\",\"ts\":\"x\"}]}",
                "200|application/json|{\"code\":\"0\",\"data\":[1]}",
                "200|application/json|{\"code\":\"1\",\"data\":[]}",
                "200|application/json|{\"code\":\"1\",\"data\":[{\"ordId\":\"1\",\"clOrdId\":\"a1\",\"sCode\":\"0\"}]}",
                "200|application/json|{\"code\":\"1\",\"data\":[{\"ordId\":\"\",\"sCode\":\"50004\"}]}",
                "400|application/json|{\"code\":\"50004\",\"msg\":\"Endpoint request timeout\"}",
                "500|application/json|{\"code\":\"50026\",\"msg\":\"System error\"}",
                "503|application/json|{\"code\":\"51000\",\"msg\":\"even a known code: a 5xx proves nothing\"}",
                "429|application/json|{\"code\":\"50013\",\"msg\":\"Systems are busy\"}",
                "200|application/json|{\"code\":\"51054\",\"msg\":\"Request timed out\"}",
                "200|application/json|{\"code\":\"51149\",\"msg\":\"Order timed out\"}",
                "200|application/json|{\"code\":\"59999\",\"msg\":\"A code of next year\"}",
                "404|application/json|{\"code\":\"0\",\"data\":[{\"ordId\":\"1\",\"clOrdId\":\"a1\",\"sCode\":\"0\"}]}",
                "200|application/json|''",
                "200|application/json|{\"code\":\"0\",\"code\":\"1\",\"data\":[]}",
                "200|application/json|{\"code\":1e999999999,\"data\":[]}",
                "502|text/html|<html>Bad gateway</html>",
                "403|text/html|<html>cf-ray: you have been blocked</html>",
                "200|text/html|<html>maintenance</html>",
                "408|application/json|{\"code\":\"51000\",\"msg\":\"\"}",
                "307|application/json|{\"code\":\"51000\",\"msg\":\"\"}"
            })
    void place_answeredWithoutProof_isUnknownAndSentOnce(int status, String type, String body) {
        wire.then(request -> ScriptedWire.answer(status, type, body))
                .otherwise(request -> ScriptedWire.json(200, NOT_FOUND));
        Outcome<OrderAck> outcome = place();
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        Outcome.Unknown<OrderAck> unknown = (Outcome.Unknown<OrderAck>) outcome;
        assertThat(unknown.nextStep()).contains("Do not place it again").doesNotContain("<");
        assertThat(unknown.intentId())
                .isEqualTo(journal.entries().get(0).intent().intentId());
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void place_ackCutAtAnyByte_isUnknownAndSentOnce() {
        for (int length = 0; length < ACK.length(); length++) {
            ScriptedWire cut = new ScriptedWire()
                    .thenJson(ACK.substring(0, length))
                    .otherwise(request -> ScriptedWire.json(200, NOT_FOUND));
            Outcome<OrderAck> outcome = builder()
                    .wire(cut)
                    .journal(IntentJournal.inMemory())
                    .build()
                    .trade()
                    .placeOrder(order(ID));
            assertThat(outcome).as("cut after %d", length).isInstanceOf(Outcome.Unknown.class);
            assertThat(cut.posts()).as("cut after %d", length).isEqualTo(1);
        }
    }

    @Test
    void place_whoseAnswerIsLost_isLookedUpAtGrowingIntervalsUntilSeen() {
        wire.thenFails(new IOException("reset")).thenJson(NOT_FOUND).thenJson(NOT_FOUND);
        thenFound("live");
        Outcome<OrderAck> outcome = place();
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        assertThat(((Outcome.Confirmed<OrderAck>) outcome).ack().ordId()).isEqualTo("312");
        assertThat(wire.posts()).isEqualTo(1);
        assertThat(wire.request(1).target()).isEqualTo("/api/v5/trade/order?instId=BTC-USDT&clOrdId=a1");
        assertThat(time.sleeps()).extracting(Duration::toMillis).containsExactly(200L, 500L, 1000L);
    }

    @Test
    void place_thatIsNeverSeen_answersWithinTwentySeconds() {
        wire.then(request -> {
                    time.advance(request.timeout());
                    throw new java.io.InterruptedIOException("timeout");
                })
                .otherwise(request -> {
                    time.advance(request.timeout());
                    throw new java.io.InterruptedIOException("timeout");
                });
        long start = time.nanos();
        assertThat(place()).isInstanceOf(Outcome.Unknown.class);
        assertThat(Duration.ofNanos(time.nanos() - start)).isLessThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void place_whereTheLookUpShowsAnotherOrder_isNotConfirmedByIt() {
        wire.thenFails(new IOException("reset"))
                .otherwise(request -> ScriptedWire.json(200, found("live", "sell", "10")));
        assertThat(place()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void place_whoseIdIsTaken_isConfirmedOnlyByTheSameOrder() {
        String taken =
                "{\"code\":\"1\",\"msg\":\"\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"a1\",\"sCode\":\"51016\",\"sMsg\":\"Dup\"}]}";
        wire.thenJson(taken);
        thenFound("live");
        assertThat(place()).isInstanceOf(Outcome.Confirmed.class);
        wire.thenJson(taken).otherwise(request -> ScriptedWire.json(200, found("live", "buy", "11")));
        assertThat(place()).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("51016");
            assertThat(rejected.msg()).contains("in use by another order").contains("Dup");
        });
        assertThat(wire.posts()).isEqualTo(2);
    }

    @Test
    void place_whoseLookUpIsNotAllowed_stopsAsking() {
        wire.thenFails(new IOException("reset")).thenJson(401, "{\"code\":\"50111\",\"msg\":\"Invalid key\"}");
        assertThat(place()).isInstanceOf(Outcome.Unknown.class);
        assertThat(wire.requests()).hasSize(2);
    }

    @Test
    void place_thatDidNotLeave_isNotSentAndNotLookedUp() {
        wire.thenFails(new Wire.NotSentException("refused", new ConnectException("refused")));
        Outcome<OrderAck> outcome = place();
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(((Outcome.NotSent<OrderAck>) outcome).reason()).contains("refused");
        assertThat(wire.requests()).hasSize(1);
        assertThat(journal.entries().get(1).outcome()).isEqualTo(outcome);
    }

    @Test
    void place_thatTheGateRefuses_isNotSentAndNeitherJournalledAsIntentNorSent() {
        Outcome<OrderAck> outcome = builder()
                .gate(intent -> Decision.refuse("Above the daily limit."))
                .build()
                .trade()
                .placeOrder(order(ID));
        assertThat(outcome).isEqualTo(new Outcome.NotSent<>(Outcome.NotSent.Cause.GATE, "Above the daily limit.", ID));
        assertThat(journal.entries())
                .singleElement()
                .extracting(MemoryJournal.Entry::outcome)
                .isEqualTo(outcome);
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void place_whenTheGateFails_isNotSent() {
        Outcome<OrderAck> outcome = builder()
                .gate(intent -> {
                    throw new IllegalStateException("no disk");
                })
                .build()
                .trade()
                .placeOrder(order(ID));
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void gate_seesTheRequestAsItGoesOut_andCannotChangeIt() {
        wire.thenJson(ACK);
        builder()
                .gate(intent -> {
                    assertThat(intent.kind()).isEqualTo(WriteIntent.Kind.PLACE);
                    assertThat(intent.request()).containsEntry("sz", "10").containsEntry("clOrdId", ID);
                    assertThatThrownBy(() -> intent.request().put("sz", "11"))
                            .isInstanceOf(UnsupportedOperationException.class);
                    return Decision.allow();
                })
                .build()
                .trade()
                .placeOrder(order(ID));
        assertThat(wire.requests()).hasSize(1);
    }

    private static final IntentJournal BROKEN = new IntentJournal() {
        @Override
        public void intents(List<WriteIntent> intents) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public List<Open> open() {
            return List.of();
        }

        @Override
        public void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
            throw new IOException("disk full");
        }
    };

    @Test
    void place_whenTheJournalFails_isNotSent() {
        Outcome<OrderAck> outcome = builder().journal(BROKEN).build().trade().placeOrder(order(ID));
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(((Outcome.NotSent<OrderAck>) outcome).reason()).contains("disk full");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void cancel_whenTheJournalFails_stillGoes() {
        wire.thenJson(ACK);
        assertThat(builder()
                        .journal(BROKEN)
                        .build()
                        .trade()
                        .cancelOrder(CancelOrderRequest.builder()
                                .instId("BTC-USDT")
                                .clOrdId(ID)
                                .build()))
                .isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void place_whenTheSignerFails_isNotSent() {
        Outcome<OrderAck> outcome = builder()
                .signer(prehash -> {
                    throw new IllegalStateException("device unplugged");
                })
                .build()
                .trade()
                .placeOrder(order(ID));
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void place_whenTheWireFailsOddly_isUnknown() {
        wire.then(request -> {
                    throw new IllegalStateException("bug");
                })
                .otherwise(request -> ScriptedWire.json(200, NOT_FOUND));
        assertThat(place()).isInstanceOf(Outcome.Unknown.class);
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void place_interruptedAfterItLeft_isUnknownAndStaysInterrupted() {
        wire.then(request -> {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        });
        assertThat(place()).isInstanceOf(Outcome.Unknown.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void place_beyondTheLimit_waitsAndKeepsItsExpiryTime_orIsNotSent() {
        wire.otherwise(request -> ScriptedWire.json(200, ACK));
        OkxClient okx = builder().build();
        for (int i = 0; i < 61; i++) {
            assertThat(okx.trade().placeOrder(order(ID))).isInstanceOf(Outcome.Confirmed.class);
        }
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(2));
        assertThat(wire.request(60).headers())
                .containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:02.000Z")
                .containsEntry(
                        "expTime",
                        Long.toString(VirtualTime.START.plusSeconds(5).toEpochMilli()));
    }

    @Test
    void limit_isPerInstrument() {
        wire.otherwise(request -> ScriptedWire.json(200, ACK));
        OkxClient okx = builder().build();
        for (int i = 0; i < 60; i++) {
            okx.trade().placeOrder(order(ID));
        }
        PlaceOrderRequest other = PlaceOrderRequest.builder()
                .instId("ETH-USDT")
                .tdMode(TdMode.cash)
                .side(Side.buy)
                .ordType(OrdType.market)
                .sz(BigDecimal.ONE)
                .clOrdId(ID)
                .build();
        okx.trade().placeOrder(other);
        assertThat(time.sleeps()).isEmpty();
    }

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

    @Test
    void readingClient_refusesEveryWriteAndSaysHowToEnableThem() {
        OkxClient okx = builder().gate(null).journal(null).build();
        assertThatThrownBy(() -> okx.trade().placeOrder(order(ID)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WriteGate.open()")
                .hasMessageContaining("IntentJournal.inMemory()");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void writingClient_withoutAKey_saysSo() {
        assertThatThrownBy(() -> builder().credentials(null).build().trade().placeOrder(order(ID)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("credentials");
    }

    @Test
    void builder_withOnlyHalfOfWhatWritesNeed_throws() {
        assertThatThrownBy(() -> builder().journal(null).build()).hasMessageContaining("journal is missing");
        assertThatThrownBy(() -> builder().gate(null).build()).hasMessageContaining("gate is missing");
    }

    @Test
    void outcomes_carryNoSecret() {
        wire.thenFails(new IOException("reset")).otherwise(request -> ScriptedWire.json(200, NOT_FOUND));
        String shown = place() + " " + journal.entries() + " " + List.copyOf(wire.requests());
        assertThat(shown)
                .doesNotContain("SECRET", "PHRASE", wire.request(0).headers().get("OK-ACCESS-SIGN"));
    }
}
