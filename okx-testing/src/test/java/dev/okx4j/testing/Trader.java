package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderRequest;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.client.trade.PlaceOrderRequestBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that trades one contract, with the orders that most tests need. */
record Trader(OkxClient okx) implements AutoCloseable {
    static final String NVDA = "NVDA-USDT-SWAP";

    static Trader over(Over over, PaperOkx exchange) {
        return new Trader(over.builder(exchange)
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                // The exchange lets any rate pass here, and a test that has just begun owes nothing to those before it.
                .limiter(new Limiter())
                .build());
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static PlaceOrderRequestBuilder market(Side side, String size) {
        return PlaceOrderRequest.builder()
                .instId(NVDA)
                .tdMode(TdMode.isolated)
                .side(side)
                .ordType(OrdType.market)
                .sz(number(size));
    }

    static PlaceOrderRequestBuilder limit(Side side, String size, String px) {
        return market(side, size).ordType(OrdType.limit).px(number(px));
    }

    /** Returns an order to buy one contract far below the market, so that it rests. */
    static PlaceOrderRequestBuilder resting(@Nullable String clOrdId) {
        return limit(Side.buy, "1", "200").clOrdId(clOrdId);
    }

    static <A> A confirmed(Outcome<A> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        return ((Outcome.Confirmed<A>) outcome).ack();
    }

    static <A> String rejected(Outcome<A> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected<A>) outcome).code();
    }

    /** Places an order that must be taken, and returns what the exchange shows of it. */
    Order place(PlaceOrderRequestBuilder order) {
        return byOrdId(confirmed(okx.trade().placeOrder(order.build())).ordId());
    }

    Order byOrdId(String ordId) {
        return okx.trade()
                .order(OrderRequest.builder().instId(NVDA).ordId(ordId).build());
    }

    Order byClientId(String clOrdId) {
        return okx.trade()
                .order(OrderRequest.builder().instId(NVDA).clOrdId(clOrdId).build());
    }

    List<Order> pending() {
        return okx.trade().pending(PendingOrdersRequest.builder().build());
    }

    @Override
    public void close() {
        okx.close();
    }
}
