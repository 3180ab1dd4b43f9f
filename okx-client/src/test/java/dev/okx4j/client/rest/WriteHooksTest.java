package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Decision;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.OrderAck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class WriteHooksTest extends WriteSetting {
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
    void place_whenOkxsClockCannotBeRead_isNotSent_andACancelIs() {
        wire.tellingTime(null).on("GET /api/v5/public/time", request -> ScriptedWire.json(500, "{}"));
        Outcome<OrderAck> outcome = place();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NotSent.class,
                        notSent -> assertThat(notSent.cause()).isEqualTo(Outcome.NotSent.Cause.CLOCK));
        assertThat(journal.entries())
                .singleElement()
                .extracting(MemoryJournal.Entry::outcome)
                .isEqualTo(outcome);
        assertThat(wire.posts()).isZero();
        wire.thenJson(ACK);
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void place_afterTheKeyWasRefused_isHeldBackForAWhile() {
        OkxClient okx = builder().build();
        wire.thenJson(401, "{\"code\":\"50111\",\"msg\":\"Invalid key\",\"data\":[]}");
        assertThat(okx.trade().placeOrder(order(ID))).isInstanceOf(Outcome.Rejected.class);
        assertThat(okx.trade().placeOrder(order(ID)))
                .isInstanceOfSatisfying(
                        Outcome.NotSent.class,
                        notSent -> assertThat(notSent.cause()).isEqualTo(Outcome.NotSent.Cause.BLOCKED));
        assertThat(wire.posts()).isEqualTo(1);
        assertThat(journal.open()).isEmpty();
    }

    @Test
    void writeOfAnEarlierRun_isLookedUpInTheBackground_unlessToldOtherwise() throws InterruptedException {
        CountDownLatch decided = new CountDownLatch(1);
        WriteIntent left = new WriteIntent(
                "i1",
                WriteIntent.Kind.CANCEL,
                "/api/v5/trade/cancel-order",
                "",
                Map.of("instId", "BTC-USDT", "ordId", "312"),
                VirtualTime.START,
                null,
                1);
        MemoryJournal kept = IntentJournal.inMemory();
        kept.intents(List.of(left));
        IntentJournal telling = new IntentJournal() {
            @Override
            public void intents(List<WriteIntent> intents) {
                kept.intents(intents);
            }

            @Override
            public void outcome(WriteIntent intent, Outcome<?> outcome) {
                kept.outcome(intent, outcome);
                if (intent.intentId().equals("i1")) {
                    decided.countDown();
                }
            }

            @Override
            public List<Open> open() {
                return kept.open();
            }
        };
        wire.on("GET /api/v5/trade/order", request -> ScriptedWire.json(200, found("canceled", "buy", "10")));
        try (OkxClient okx =
                builder().journal(telling).recoverInBackground(true).build()) {
            assertThat(okx.trade().placeOrder(order(ID))).isInstanceOf(Outcome.NotSent.class);
            assertThat(decided.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(kept.open()).isEmpty();
    }

    @Test
    void readingClient_hasNothingToRecover() throws InterruptedException {
        OkxClient okx = builder().gate(null).journal(null).build();
        assertThat(okx.recovery().recovering()).isFalse();
        assertThat(okx.recovery().open()).isEmpty();
        okx.recovery().work(Duration.ofSeconds(1));
        assertThat(time.sleeps()).isEmpty();
    }
}
