package dev.okx4j.client.trade;

import static dev.okx4j.client.rest.Access.READ;
import static dev.okx4j.client.rest.RateLimit.Scope.USER;
import static dev.okx4j.client.rest.RateLimit.Scope.USER_AND_INSTRUMENT;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.WritePlan;
import java.util.List;

/** Orders and fills. Needs an API key; placing and cancelling also a gate and a journal. */
public final class TradeApi {
    static final Endpoint<Order> ORDER =
            Endpoint.get("/api/v5/trade/order", Order.class).needs(READ).limit(60, USER_AND_INSTRUMENT);
    static final Endpoint<Order> PENDING = Endpoint.get("/api/v5/trade/orders-pending", Order.class)
            .needs(READ)
            .limit(60, USER);
    static final Endpoint<Fill> FILLS =
            Endpoint.get("/api/v5/trade/fills", Fill.class).needs(READ).limit(60, USER);
    static final Endpoint<Order> HISTORY = Endpoint.get("/api/v5/trade/orders-history", Order.class)
            .needs(READ)
            .limit(40, USER);
    static final Endpoint<Order> ARCHIVE = Endpoint.get("/api/v5/trade/orders-history-archive", Order.class)
            .needs(READ)
            .limit(20, USER);
    static final Endpoint<Fill> FILLS_HISTORY =
            Endpoint.get("/api/v5/trade/fills-history", Fill.class).needs(READ).limit(10, USER);
    static final Endpoint<OrderAck> PLACE = Endpoint.post("/api/v5/trade/order", OrderAck.class)
            .limit(60, USER_AND_INSTRUMENT)
            .write(WritePlan.place("clOrdId", "ordId", OrderLookUp.PLACED).expiring());
    static final Endpoint<OrderAck> CANCEL = Endpoint.post("/api/v5/trade/cancel-order", OrderAck.class)
            .limit(60, USER_AND_INSTRUMENT)
            .write(WritePlan.cancel("clOrdId", "ordId", OrderLookUp.CANCELLED));

    private final Rest rest;

    public TradeApi(Rest rest) {
        this.rest = rest;
    }

    /** Returns every endpoint of this section. */
    public static List<Endpoint<?>> endpoints() {
        return List.of(ORDER, PENDING, HISTORY, ARCHIVE, FILLS, FILLS_HISTORY, PLACE, CANCEL);
    }

    /**
     * Places an order, once. Confirmed means that OKX has accepted it, not that it has filled.
     *
     * <p>An order without a client id gets one; never use a client id for two orders.
     */
    public Outcome<OrderAck> placeOrder(PlaceOrderRequest order) {
        return rest.write(PLACE, order);
    }

    /** Cancels an order. Confirmed means that OKX has taken the request; the order may still fill before it acts. */
    public Outcome<OrderAck> cancelOrder(CancelOrderRequest order) {
        if (order.ordId() == null && order.clOrdId() == null) {
            throw new IllegalArgumentException("Give the ordId or the clOrdId of the order to cancel");
        }
        return rest.write(CANCEL, order);
    }

    /** Returns one order; OKX forgets unfilled cancelled ones after two hours. */
    public Order order(OrderRequest request) {
        return rest.one(ORDER, request);
    }

    /** Returns the live orders that match the filter, newest first. */
    public List<Order> pending(PendingOrdersRequest filter) {
        return rest.list(PENDING, filter);
    }

    /**
     * Returns the finished orders of the last seven days that match the filter, newest first.
     *
     * <p>An order that was cancelled without any fill stays for two hours only.
     */
    public List<Order> history(OrderHistoryRequest filter) {
        return rest.list(HISTORY, filter);
    }

    /**
     * Returns the finished orders of the last three months that match the filter, newest first.
     *
     * <p>Orders that were cancelled without any fill are not among them.
     */
    public List<Order> archive(OrderHistoryRequest filter) {
        return rest.list(ARCHIVE, filter);
    }

    /** Returns the fills of the last three months that match the filter, newest first. */
    public List<Fill> fillsHistory(FillsHistoryRequest filter) {
        return rest.list(FILLS_HISTORY, filter);
    }

    /** Returns the fills of the last three days that match the filter, newest first. */
    public List<Fill> fills(FillsRequest filter) {
        return rest.list(FILLS, filter);
    }
}
