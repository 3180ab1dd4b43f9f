package dev.okx4j.testing.network;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.trade.AmendOrderRequest;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.client.trade.TradeApi;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.SignedCalls;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One write of our client over a broken line, and what it was told.
 *
 * @param ids the client ids of the orders that the write is about
 * @param outcomes what it was told about each
 * @param requests how many requests of the operation reached the server
 * @param took how long the call took, in real time
 */
record OkxRun(
        Operation operation,
        Fault fault,
        List<String> ids,
        List<? extends Outcome<?>> outcomes,
        int requests,
        Duration took) {
    private static final String FAR = "20000";
    private static final String AMENDED = "20001";

    /** What is tried. */
    enum Operation {
        PLACE_MARKET("/api/v5/trade/order"),
        PLACE_LIMIT("/api/v5/trade/order"),
        PLACE_BATCH("/api/v5/trade/batch-orders"),
        AMEND("/api/v5/trade/amend-order"),
        CANCEL("/api/v5/trade/cancel-order"),
        CANCEL_BATCH("/api/v5/trade/cancel-batch-orders");

        final String path;

        Operation(String path) {
            this.path = path;
        }

        boolean places() {
            return ordinal() <= PLACE_BATCH.ordinal();
        }

        boolean cancels() {
            return ordinal() >= CANCEL.ordinal();
        }
    }

    static OkxClient client(Exchange exchange, String baseUrl) {
        return OkxClient.builder()
                .baseUrl(baseUrl)
                .credentials(exchange.key())
                .clock(exchange.time())
                .waits(exchange.time())
                .limiter(new Limiter())
                .timeout(SocketFaults.PATIENCE)
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build();
    }

    /** Does the operation once, while its first request meets the fault; ids begin with this one. */
    static OkxRun of(Exchange exchange, Operation operation, Fault fault, String id) throws IOException {
        List<String> ids = operation.path.contains("batch") ? List.of(id + "x", id + "y") : List.of(id);
        if (!operation.places()) {
            for (String existing : ids) {
                exchange.does("/api/v5/trade/order", SignedCalls.limit(FAR, existing));
            }
        }
        try (Exchange.Line line = exchange.line();
                OkxClient client = client(exchange, line.server().baseUrl())) {
            String request = "POST " + operation.path;
            line.faults().on(request).nth(1).then(fault);
            BigDecimal near = new BigDecimal(exchange.last()).subtract(BigDecimal.TEN);
            long start = Clock.system().nanos();
            List<? extends Outcome<?>> outcomes = write(client.trade(), operation, ids, near);
            Duration took = Duration.ofNanos(Clock.system().nanos() - start);
            return new OkxRun(operation, fault, ids, outcomes, line.faults().requests(request), took);
        }
    }

    private static List<? extends Outcome<?>> write(
            TradeApi trade, Operation operation, List<String> ids, BigDecimal near) {
        String id = ids.get(0);
        return switch (operation) {
            case PLACE_MARKET -> List.of(trade.placeOrder(order(id, null)));
            case PLACE_LIMIT -> List.of(trade.placeOrder(order(id, near)));
            case PLACE_BATCH -> trade.placeOrders(List.of(order(id, null), order(ids.get(1), new BigDecimal(FAR))));
            case AMEND ->
                List.of(trade.amendOrder(AmendOrderRequest.builder()
                        .instId(Exchange.INSTRUMENT)
                        .clOrdId(id)
                        .newPx(new BigDecimal(AMENDED))
                        .build()));
            case CANCEL -> List.of(trade.cancelOrder(cancel(id)));
            case CANCEL_BATCH ->
                trade.cancelOrders(ids.stream().map(OkxRun::cancel).toList());
        };
    }

    static PlaceOrderRequest order(String clOrdId, @Nullable BigDecimal px) {
        return PlaceOrderRequest.builder()
                .instId(Exchange.INSTRUMENT)
                .tdMode(TdMode.cross)
                .side(Side.buy)
                .ordType(px == null ? OrdType.market : OrdType.limit)
                .sz(new BigDecimal("0.01"))
                .px(px)
                .clOrdId(clOrdId)
                .build();
    }

    private static CancelOrderRequest cancel(String clOrdId) {
        return CancelOrderRequest.builder()
                .instId(Exchange.INSTRUMENT)
                .clOrdId(clOrdId)
                .build();
    }

    /** Returns what is untrue in what the client was told, given all orders of the exchange by client id; or nothing. */
    String lie(Map<String, List<Map<String, @Nullable Object>>> truth) {
        for (int i = 0; i < ids.size(); i++) {
            List<Map<String, @Nullable Object>> orders = truth.getOrDefault(ids.get(i), List.of());
            if (orders.size() > 1) {
                return "the exchange holds it " + orders.size() + " times";
            }
            boolean inForce = !orders.isEmpty()
                    && switch (operation) {
                        case PLACE_MARKET, PLACE_LIMIT, PLACE_BATCH -> true;
                        case AMEND -> AMENDED.equals(orders.get(0).get("px"));
                        case CANCEL, CANCEL_BATCH ->
                            "canceled".equals(orders.get(0).get("state"));
                    };
            Outcome<?> told = outcomes.get(i);
            if (told instanceof Outcome.Confirmed && !inForce
                    || inForce && (told instanceof Outcome.Rejected || told instanceof Outcome.NotSent)) {
                return told + ", but the exchange holds " + orders;
            }
        }
        return "";
    }
}
