package dev.okx4j.testing;

import static dev.okx4j.testing.Trader.NVDA;
import static dev.okx4j.testing.Trader.confirmed;
import static dev.okx4j.testing.Trader.rejected;
import static dev.okx4j.testing.Trader.resting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several orders in one call, through the client. */
@ParameterizedClass
@EnumSource(Over.class)
class BatchTest {

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start().balance("USDT", "10000000");

    private final Trader trader;

    BatchTest(Over over) {
        trader = Trader.over(over, OKX);
    }

    @AfterEach
    void disconnect() {
        trader.close();
    }

    private List<Outcome<OrderAck>> place(PlaceOrderRequest... orders) {
        return trader.okx().trade().placeOrders(List.of(orders));
    }

    @Test
    void twentyOrders_areAllPlaced_inTheOrderGiven() {
        List<Outcome<OrderAck>> outcomes = trader.okx()
                .trade()
                .placeOrders(IntStream.range(0, 20)
                        .mapToObj(i -> resting("batch" + i).build())
                        .toList());

        assertThat(outcomes)
                .hasSize(20)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Confirmed.class));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> confirmed(outcomes.get(i)).clOrdId()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "batch" + i).toList());
        assertThat(trader.pending()).hasSize(20);
    }

    @Test
    void badOrder_amongGoodOnes_isRejectedAlone() {
        List<Outcome<OrderAck>> outcomes = place(
                resting("good1").build(),
                resting("bad").sz(Trader.number("0.015")).build(),
                resting("good2").build());

        assertThat(confirmed(outcomes.get(0)).clOrdId()).isEqualTo("good1");
        assertThat(rejected(outcomes.get(1))).isEqualTo("51121");
        assertThat(outcomes.get(1).clOrdId()).isEqualTo("bad");
        assertThat(confirmed(outcomes.get(2)).clOrdId()).isEqualTo("good2");
        assertThat(trader.pending()).extracting(Order::clOrdId).containsExactlyInAnyOrder("good1", "good2");
    }

    @Test
    void badOrders_alone_areRejectedEach() {
        List<Outcome<OrderAck>> outcomes = place(
                resting("bad1").sz(Trader.number("0.015")).build(),
                resting("bad2").instId("DOGE-USDT-SWAP").build());

        assertThat(rejected(outcomes.get(0))).isEqualTo("51121");
        assertThat(rejected(outcomes.get(1))).isEqualTo("51001");
        assertThat(trader.pending()).isEmpty();
    }

    @Test
    void ordersWithoutClientIds_areFoundByTheirMintedOnes() {
        List<Outcome<OrderAck>> outcomes =
                place(resting(null).build(), resting(null).build());

        assertThat(outcomes).extracting(Outcome::clOrdId).doesNotHaveDuplicates();
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(
                                trader.byClientId(outcome.clOrdId()).ordId())
                        .isEqualTo(confirmed(outcome).ordId()));
    }

    @Test
    void cancellations_byEitherId_cancelEachOrder() {
        String first = trader.place(resting("first")).ordId();
        String second = trader.place(resting("second")).ordId();
        trader.place(resting("third"));

        List<Outcome<OrderAck>> outcomes = trader.okx()
                .trade()
                .cancelOrders(List.of(
                        new CancelOrderRequest(NVDA, null, "second"), new CancelOrderRequest(NVDA, first, null)));

        assertThat(confirmed(outcomes.get(0)).ordId()).isEqualTo(second);
        assertThat(confirmed(outcomes.get(1)).ordId()).isEqualTo(first);
        assertThat(trader.byOrdId(first).state()).isEqualTo(OrderState.canceled);
        assertThat(trader.pending()).extracting(Order::clOrdId).containsExactly("third");
    }

    @Test
    void cancellation_ofAFilledOrder_isRejected_theOthersAreDone() {
        String filled = trader.place(Trader.market(Side.buy, "0.22")).ordId();
        trader.place(resting("open"));

        List<Outcome<OrderAck>> outcomes = trader.okx()
                .trade()
                .cancelOrders(List.of(
                        new CancelOrderRequest(NVDA, filled, null), new CancelOrderRequest(NVDA, null, "open")));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Confirmed.class);
        assertThat(trader.byOrdId(filled).state()).isEqualTo(OrderState.filled);
    }
}
