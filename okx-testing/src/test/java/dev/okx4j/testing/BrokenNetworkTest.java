package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The network breaks in the middle of an order: what the caller is told is what the exchange holds. */
class BrokenNetworkTest {
    private static final String PLACE = "POST /api/v5/trade/order";

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start();

    private final MemoryJournal journal = IntentJournal.inMemory();
    private final List<WireRequest> writes = new ArrayList<>();

    @Test
    void answerLostOnTheWayBack_isConfirmedByLookingItUp_andPlacedOnce() {
        OKX.faults().on(PLACE).nth(1).then(Fault.resetAfterRead(Effect.ACCEPTED));
        try (OkxClient client = client()) {
            Outcome<OrderAck> outcome = client.trade().placeOrder(restingOrder());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Confirmed.class,
                            confirmed -> assertThat(pending()).containsExactly(confirmed.clOrdId()));
            assertThat(writes).as("writes on the wire").hasSize(1);
            assertThat(journal.entries())
                    .as("the intent, then what became of it")
                    .extracting(MemoryJournal.Entry::outcome)
                    .first()
                    .isNull();
            assertThat(journal.entries())
                    .last()
                    .extracting(MemoryJournal.Entry::outcome)
                    .isEqualTo(outcome);
        }
    }

    @Test
    void requestLostOnTheWayThere_isNeverSentAgain() {
        OKX.faults().on(PLACE).nth(1).then(Fault.resetAt(100));
        try (OkxClient client = client()) {
            Outcome<OrderAck> outcome = client.trade().placeOrder(restingOrder());

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> {
                assertThat(unknown.clOrdId()).isNotEmpty();
                assertThat(unknown.nextStep()).isNotEmpty();
            });
            assertThat(writes).hasSize(1);
            assertThat(pending()).isEmpty();
            assertThat(journal.entries()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void connectionRefused_isNotSent() {
        OKX.faults().on("*").each().then(Fault.refuse());
        try (OkxClient client = client()) {
            assertThat(client.trade().placeOrder(restingOrder())).isInstanceOf(Outcome.NotSent.class);
        }
        OKX.faults().clear();
        assertThat(pending()).isEmpty();
    }

    /** A client whose waits are over at once. */
    private OkxClient client() {
        return OKX.clientBuilder()
                .wire(request -> {
                    if (request.write()) {
                        writes.add(request);
                    }
                    return OKX.wire().exchange(request);
                })
                .waits(duration -> {})
                .recoverInBackground(false)
                .gate(WriteGate.open())
                .journal(journal)
                .build();
    }

    private static List<String> pending() {
        try (OkxClient reader = OKX.clientBuilder().build()) {
            return reader.trade().pending(PendingOrdersRequest.builder().build()).stream()
                    .map(order -> order.clOrdId())
                    .toList();
        }
    }

    private static PlaceOrderRequest restingOrder() {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT-SWAP")
                .tdMode(TdMode.cross)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(new BigDecimal("0.01"))
                .px(new BigDecimal("20000"))
                .build();
    }
}
