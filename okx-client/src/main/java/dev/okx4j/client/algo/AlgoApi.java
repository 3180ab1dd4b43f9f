package dev.okx4j.client.algo;

import static dev.okx4j.client.rest.Access.READ;
import static dev.okx4j.client.rest.RateLimit.Scope.USER;
import static dev.okx4j.client.rest.RateLimit.Scope.USER_AND_INSTRUMENT;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Batch;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.WritePlan;
import java.util.List;

/** Algo orders: stop-loss, take-profit, trigger, trailing and others. Needs an API key; writes also a gate and a journal. */
public final class AlgoApi {
    static final Endpoint<AlgoOrder> ORDER = Endpoint.get("/api/v5/trade/order-algo", AlgoOrder.class)
            .needs(READ)
            .limit(20, USER);
    static final Endpoint<AlgoOrder> PENDING = Endpoint.get("/api/v5/trade/orders-algo-pending", AlgoOrder.class)
            .needs(READ)
            .limit(20, USER);
    static final Endpoint<AlgoOrder> HISTORY = Endpoint.get("/api/v5/trade/orders-algo-history", AlgoOrder.class)
            .needs(READ)
            .limit(20, USER);
    static final Endpoint<AlgoAck> PLACE = Endpoint.post("/api/v5/trade/order-algo", AlgoAck.class)
            .limit(20, USER_AND_INSTRUMENT)
            .write(WritePlan.place("algoClOrdId", "algoId", AlgoLookUp.PLACED));
    static final Endpoint<AlgoAck> CANCEL = Endpoint.post("/api/v5/trade/cancel-algos", AlgoAck.class)
            .limit(20, USER_AND_INSTRUMENT)
            .countingOrders()
            .write(WritePlan.cancel("algoClOrdId", "algoId", AlgoLookUp.CANCELLED)
                    .inAnArray());
    static final Endpoint<AmendAlgoAck> AMEND = Endpoint.post("/api/v5/trade/amend-algos", AmendAlgoAck.class)
            .limit(20, USER_AND_INSTRUMENT)
            .write(WritePlan.of(Kind.AMEND, "algoClOrdId", "algoId", AlgoLookUp.AMENDED)
                    .minting("reqId"));

    /** How many algo orders OKX cancels in one call. */
    private static final int MOST = 10;

    private final Rest rest;

    public AlgoApi(Rest rest) {
        this.rest = rest;
    }

    /** Returns every endpoint of this section. */
    public static List<Endpoint<?>> endpoints() {
        return List.of(ORDER, PENDING, HISTORY, PLACE, CANCEL, AMEND);
    }

    /**
     * Places an algo order, once. Confirmed means that OKX has accepted it, not that it was set off.
     *
     * <p>An order without a client id gets one; never use a client id for two orders.
     */
    public Outcome<AlgoAck> placeAlgo(PlaceAlgoRequest order) {
        return rest.write(PLACE, order);
    }

    /** Cancels an algo order. */
    public Outcome<AlgoAck> cancelAlgo(CancelAlgoRequest order) {
        if (order.algoId() == null && order.algoClOrdId() == null) {
            throw new IllegalArgumentException("Give the algoId or the algoClOrdId of the algo order to cancel");
        }
        return rest.write(CANCEL, order);
    }

    /**
     * Cancels 1 to 10 algo orders in one call, and returns what became of each cancellation, in the order given.
     *
     * @throws IllegalArgumentException when there are none or too many, one has both ids or none, or two are the same
     */
    public List<Outcome<AlgoAck>> cancelAlgos(List<CancelAlgoRequest> orders) {
        Batch<CancelAlgoRequest> batch = Batch.of(orders, MOST)
                .noneTwice("algoClOrdId", CancelAlgoRequest::algoClOrdId)
                .noneTwice("algoId", CancelAlgoRequest::algoId);
        batch.items().forEach(order -> AlgoIds.requireOne(order.algoId(), order.algoClOrdId(), "cancel"));
        return rest.writeAll(CANCEL, batch.items());
    }

    /**
     * Changes an algo order that has not been set off: its size, prices or attached stops. Confirmed means that OKX has
     * taken the request.
     */
    public Outcome<AmendAlgoAck> amendAlgo(AmendAlgoRequest change) {
        return rest.write(AMEND, change);
    }

    /** Returns the algo orders that wait or run, newest first. */
    public List<AlgoOrder> pending(AlgoOrdersRequest filter) {
        return rest.list(PENDING, filter);
    }

    /** Returns the algo orders of the last three months that are over, newest first. */
    public List<AlgoOrder> history(AlgoOrdersRequest filter) {
        return rest.list(HISTORY, filter);
    }

    /** Returns one algo order. */
    public AlgoOrder algo(String algoId) {
        return rest.one(ORDER, Params.of("algoId", algoId));
    }
}
