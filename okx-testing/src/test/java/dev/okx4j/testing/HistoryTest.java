package dev.okx4j.testing;

import static dev.okx4j.testing.Trader.NVDA;
import static dev.okx4j.testing.Trader.confirmed;
import static dev.okx4j.testing.Trader.resting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.FillsHistoryRequest;
import dev.okx4j.client.trade.FillsHistoryRequestBuilder;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderHistoryRequest;
import dev.okx4j.client.trade.OrderHistoryRequestBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is still told about orders that are over, and for how long, through the client. */
@ParameterizedClass
@EnumSource(Over.class)
class HistoryTest {

    @RegisterExtension
    static final PaperOkx OKX =
            PaperOkx.start().balance("USDT", "10000000").beginningAt(Instant.parse("2026-08-04T00:00:00Z"));

    private final Trader trader;

    HistoryTest(Over over) {
        trader = Trader.over(over, OKX);
    }

    @AfterEach
    void disconnect() {
        trader.close();
    }

    private static OrderHistoryRequestBuilder swaps() {
        return OrderHistoryRequest.builder().instType(InstType.SWAP);
    }

    private static FillsHistoryRequestBuilder swapFills() {
        return FillsHistoryRequest.builder().instType(InstType.SWAP);
    }

    private List<Order> history(OrderHistoryRequestBuilder filter) {
        return trader.okx().trade().history(filter.build());
    }

    private List<Order> archive(OrderHistoryRequestBuilder filter) {
        return trader.okx().trade().archive(filter.build());
    }

    private List<Fill> fills(FillsHistoryRequestBuilder filter) {
        return trader.okx().trade().fillsHistory(filter.build());
    }

    private void cancel(Order order) {
        confirmed(trader.okx().trade().cancelOrder(new CancelOrderRequest(NVDA, order.ordId(), null)));
    }

    @Test
    void history_holdsWhatIsOver_newestFirst() {
        Order filled = trader.place(Trader.market(Side.buy, "0.22"));
        Order canceled = trader.place(resting("canceled"));
        cancel(canceled);
        trader.place(resting("live"));

        assertThat(history(swaps())).extracting(Order::ordId).containsExactly(canceled.ordId(), filled.ordId());
        assertThat(history(swaps().state(OrderState.filled)))
                .extracting(Order::ordId)
                .containsExactly(filled.ordId());
        assertThat(history(swaps().after(canceled.ordId())))
                .extracting(Order::ordId)
                .containsExactly(filled.ordId());
        assertThat(history(swaps().limit(1))).extracting(Order::ordId).containsExactly(canceled.ordId());
        assertThat(history(OrderHistoryRequest.builder().instType(InstType.SPOT)))
                .isEmpty();
    }

    @Test
    void orderCanceledWithoutAFill_isForgottenAfterTwoHours() {
        Order canceled = trader.place(resting("canceled"));
        cancel(canceled);
        assertThat(history(swaps())).hasSize(1);

        OKX.advance(Duration.ofHours(3));

        assertThat(history(swaps())).isEmpty();
        assertThat(archive(swaps())).isEmpty();
    }

    @Test
    void filledOrder_leavesHistoryAfterAWeek_andStaysInTheArchive() {
        Order filled = trader.place(Trader.market(Side.buy, "0.22"));
        OKX.advance(Duration.ofDays(6));
        assertThat(history(swaps())).extracting(Order::ordId).containsExactly(filled.ordId());

        OKX.advance(Duration.ofDays(2));

        assertThat(history(swaps())).isEmpty();
        assertThat(archive(swaps())).singleElement().satisfies(order -> {
            assertThat(order.ordId()).isEqualTo(filled.ordId());
            assertThat(order.accFillSz()).isEqualByComparingTo("0.22");
            assertThat(order.avgPx()).isEqualByComparingTo(filled.avgPx());
        });
    }

    @Test
    void fillsHistory_holdsTheFillsOfEachOrder() {
        Order first = trader.place(Trader.market(Side.buy, "0.22"));
        Order second = trader.place(Trader.market(Side.sell, "0.11"));
        OKX.advance(Duration.ofDays(5));

        assertThat(fills(swapFills())).extracting(Fill::ordId).containsExactly(second.ordId(), first.ordId());
        assertThat(fills(swapFills().ordId(first.ordId()))).singleElement().satisfies(fill -> {
            assertThat(fill.fillSz()).isEqualByComparingTo("0.22");
            assertThat(fill.clOrdId()).isEqualTo(first.clOrdId());
        });
    }
}
