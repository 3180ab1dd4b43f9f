package dev.okx4j.client.trade;

import static dev.okx4j.client.rest.Access.READ;
import static dev.okx4j.client.rest.RateLimit.Scope.USER;
import static dev.okx4j.client.rest.RateLimit.Scope.USER_AND_INSTRUMENT;
import static dev.okx4j.client.rest.RateLimit.Scope.USER_AND_TAG;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Batch;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.WritePlan;
import java.time.Duration;
import java.util.List;

/** Orders and fills. Needs an API key; what places, changes, cancels or closes also a gate and a journal. */
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
    static final Endpoint<OrderAck> PLACE_BATCH = Endpoint.post("/api/v5/trade/batch-orders", OrderAck.class)
            .limit(300, USER_AND_INSTRUMENT)
            .countingOrders()
            .write(WritePlan.place("clOrdId", "ordId", OrderLookUp.PLACED)
                    .expiring()
                    .inAnArray());
    static final Endpoint<OrderAck> CANCEL_BATCH = Endpoint.post("/api/v5/trade/cancel-batch-orders", OrderAck.class)
            .limit(300, USER_AND_INSTRUMENT)
            .countingOrders()
            .write(WritePlan.cancel("clOrdId", "ordId", OrderLookUp.CANCELLED).inAnArray());
    static final Endpoint<AmendAck> AMEND = Endpoint.post("/api/v5/trade/amend-order", AmendAck.class)
            .limit(60, USER_AND_INSTRUMENT)
            .write(WritePlan.of(Kind.AMEND, "clOrdId", "ordId", OrderLookUp.AMENDED)
                    .expiring()
                    .minting("reqId"));
    static final Endpoint<AmendAck> AMEND_BATCH = Endpoint.post("/api/v5/trade/amend-batch-orders", AmendAck.class)
            .limit(300, USER_AND_INSTRUMENT)
            .countingOrders()
            .write(WritePlan.of(Kind.AMEND, "clOrdId", "ordId", OrderLookUp.AMENDED)
                    .expiring()
                    .minting("reqId")
                    .inAnArray());
    static final Endpoint<ClosePositionAck> CLOSE = Endpoint.post(
                    "/api/v5/trade/close-position", ClosePositionAck.class)
            .limit(20, USER_AND_INSTRUMENT)
            .write(WritePlan.of(Kind.CLOSE, "clOrdId", "", OrderLookUp.CLOSED));
    static final Endpoint<CancelAllAfterAck> CANCEL_ALL_AFTER = Endpoint.post(
                    "/api/v5/trade/cancel-all-after", CancelAllAfterAck.class)
            .limit(1, Duration.ofSeconds(1), USER_AND_TAG)
            .write(WritePlan.of(Kind.CANCEL_ALL_AFTER, "", "", new TimerLookUp()));

    static final Endpoint<MassCancelAck> MASS_CANCEL = Endpoint.post("/api/v5/trade/mass-cancel", MassCancelAck.class)
            .limit(5, USER)
            .write(WritePlan.of(Kind.MASS_CANCEL, "", "", new MassCancelLookUp()));

    /** How many orders OKX takes in one call. */
    private static final int MOST = 20;

    private final Rest rest;

    public TradeApi(Rest rest) {
        this.rest = rest;
    }

    /** Returns every endpoint of this section. */
    public static List<Endpoint<?>> endpoints() {
        return List.of(
                ORDER,
                PENDING,
                HISTORY,
                ARCHIVE,
                FILLS,
                FILLS_HISTORY,
                PLACE,
                PLACE_BATCH,
                CANCEL,
                CANCEL_BATCH,
                AMEND,
                AMEND_BATCH,
                CLOSE,
                CANCEL_ALL_AFTER,
                MASS_CANCEL);
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

    /**
     * Places 1 to 20 orders in one call, each once, and returns what became of each, in the order given.
     *
     * <p>OKX takes or refuses each order by itself: some may be confirmed while others are rejected, and an order about which its
     * answer says nothing is looked up.
     *
     * @throws IllegalArgumentException when there are none or too many, or two share a client id
     */
    public List<Outcome<OrderAck>> placeOrders(List<PlaceOrderRequest> orders) {
        return rest.writeAll(
                PLACE_BATCH,
                Batch.of(orders, MOST)
                        .noneTwice("clOrdId", PlaceOrderRequest::clOrdId)
                        .items());
    }

    /**
     * Cancels 1 to 20 orders in one call, and returns what became of each cancellation, in the order given.
     *
     * @throws IllegalArgumentException when there are none or too many, one has both ids or none, or two are the same
     */
    public List<Outcome<OrderAck>> cancelOrders(List<CancelOrderRequest> orders) {
        Batch<CancelOrderRequest> batch = Batch.of(orders, MOST)
                .noneTwice("clOrdId", CancelOrderRequest::clOrdId)
                .noneTwice("ordId", CancelOrderRequest::ordId);
        batch.items().forEach(order -> OrderIds.requireOne(order.ordId(), order.clOrdId(), "cancel"));
        return rest.writeAll(CANCEL_BATCH, batch.items());
    }

    /**
     * Changes the size or price of a live order, or its stops. Confirmed means that OKX has taken the request.
     *
     * <p>The order may fill or refuse the change after that; read it to see. An order takes up to three changes at a time.
     */
    public Outcome<AmendAck> amendOrder(AmendOrderRequest change) {
        return rest.write(AMEND, change);
    }

    /**
     * Changes 1 to 20 orders in one call, and returns what became of each change, in the order given.
     *
     * @throws IllegalArgumentException when there are none or too many, or two are about one order or share a reqId
     */
    public List<Outcome<AmendAck>> amendOrders(List<AmendOrderRequest> changes) {
        return rest.writeAll(
                AMEND_BATCH,
                Batch.of(changes, MOST)
                        .noneTwice("clOrdId", AmendOrderRequest::clOrdId)
                        .noneTwice("ordId", AmendOrderRequest::ordId)
                        .noneTwice("reqId", AmendOrderRequest::reqId)
                        .items());
    }

    /**
     * Closes a whole position with one order at the market. Confirmed means that OKX has accepted that order.
     *
     * <p>The order has the client id of the outcome; read it to see what it filled. Options cannot be closed so.
     */
    public Outcome<ClosePositionAck> closePosition(ClosePositionRequest position) {
        return rest.write(CLOSE, position);
    }

    /**
     * Sets the timer after which OKX cancels all live orders, sets it anew, or stops it.
     *
     * <p>Call it again before the time is up, once a second at most, for as long as the orders may stand. OKX then cancels
     * them one by one, which may take seconds; algo orders and spread orders stay. It keeps timers for up to 20 tags.
     */
    public Outcome<CancelAllAfterAck> cancelAllAfter(CancelAllAfterRequest timer) {
        return rest.write(CANCEL_ALL_AFTER, timer);
    }

    /**
     * Cancels all open orders of a family of options that are under market-maker protection ({@code mmp}, {@code mmp_and_post_only});
     * other orders stay. For portfolio margin accounts with that privilege.
     *
     * <p>When the answer is lost it is sent again, twice at most, and reaches what was placed meanwhile as well. Confirmed may then mean
     * that no such order is open any more, and that the time for which the family was to be locked is over.
     */
    public Outcome<MassCancelAck> massCancel(MassCancelRequest family) {
        return rest.write(MASS_CANCEL, family);
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
