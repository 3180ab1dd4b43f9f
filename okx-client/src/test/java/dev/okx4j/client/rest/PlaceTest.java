package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Decision;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
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
class PlaceTest extends WriteSetting {
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
        OkxClient okx = builder().build();
        for (int i = 0; i < 20; i++) {
            Outcome<OrderAck> outcome = okx.trade().placeOrder(order(null));
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
    void place_thatDidNotLeave_isNotSentAndNotLookedUp() {
        wire.thenFails(new Wire.NotSentException("refused", new ConnectException("refused")));
        Outcome<OrderAck> outcome = place();
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(((Outcome.NotSent<OrderAck>) outcome).reason()).contains("refused");
        assertThat(wire.requests()).hasSize(1);
        assertThat(journal.entries().get(1).outcome()).isEqualTo(outcome);
    }

    @Test
    void place_beyondTheLimit_waitsAndKeepsItsExpiryTime_orIsNotSent() {
        wire.otherwise(request -> ScriptedWire.json(200, ACK));
        OkxClient okx = builder().build();
        for (int i = 0; i < 61; i++) {
            assertThat(okx.trade().placeOrder(order(ID))).isInstanceOf(Outcome.Confirmed.class);
        }
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(2100));
        assertThat(wire.request(60).headers())
                .containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:02.100Z")
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

    @Test
    void exchange_mayTakeAsLongAsTheCallHasLeft() {
        wire.thenJson(ACK).thenJson(ACK).thenJson(ACK);
        place();
        builder().timeout(Duration.ofMinutes(1)).build().trade().placeOrder(order(ID));
        builder()
                .timeout(Duration.ofMinutes(1))
                .gate(intent -> {
                    time.advance(Duration.ofSeconds(6));
                    return Decision.allow();
                })
                .build()
                .trade()
                .placeOrder(order(ID));
        assertThat(wire.requests())
                .extracting(WireRequest::timeout)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(12), Duration.ofSeconds(10));
    }
}
