package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.intent.Decision;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.OrderAck;
import java.io.IOException;
import java.util.List;
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
}
