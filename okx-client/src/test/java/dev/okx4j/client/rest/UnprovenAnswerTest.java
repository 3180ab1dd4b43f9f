package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.trade.OrderAck;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class UnprovenAnswerTest extends WriteSetting {
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
                    .tellingTime(time)
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
    void place_thatNeverReachedOkx_isProvenAbsentWithinTheCall() {
        String none = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
        wire.on("GET /api/v5/trade/order", request -> ScriptedWire.json(200, NOT_FOUND))
                .on("GET /api/v5/trade/fills", request -> ScriptedWire.json(200, none))
                .on("GET /api/v5/trade/orders-history", request -> ScriptedWire.json(200, none))
                .thenFails(new IOException("reset"));
        long start = time.nanos();
        assertThat(place()).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(Outcome.Rejected.NEVER_EXISTED);
            assertThat(rejected.clOrdId()).isEqualTo(ID);
        });
        assertThat(Duration.ofNanos(time.nanos() - start)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(9));
        assertThat(wire.posts()).isEqualTo(1);
        assertThat(journal.open()).isEmpty();
    }

    @Test
    void place_whoseAnswerIsLate_isLookedUpByTheTimeSinceItLeft() {
        wire.on("GET /api/v5/trade/order", request -> ScriptedWire.json(200, NOT_FOUND));
        String none = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
        wire.on("GET /api/v5/trade/fills", request -> ScriptedWire.json(200, none))
                .on("GET /api/v5/trade/orders-history", request -> ScriptedWire.json(200, none))
                .then(request -> {
                    time.advance(Duration.ofSeconds(10));
                    throw new java.io.InterruptedIOException("timeout");
                });
        long start = time.nanos();
        assertThat(place()).isInstanceOf(Outcome.Rejected.class);
        assertThat(Duration.ofNanos(time.nanos() - start)).isEqualTo(Duration.ofMillis(11_200));
    }
}
