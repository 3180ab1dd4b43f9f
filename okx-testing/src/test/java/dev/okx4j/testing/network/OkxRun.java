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
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.SignedCalls;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One write of our client over a broken line, and what it was told.
 *
 * @param clOrdId the order that the write is about
 * @param requests how many requests of the operation reached the server
 * @param took how long the call took, in real time
 */
record OkxRun(Operation operation, Fault fault, String clOrdId, Outcome<?> outcome, int requests, Duration took) {

    /** What is tried. */
    enum Operation {
        PLACE_MARKET("/api/v5/trade/order"),
        PLACE_LIMIT("/api/v5/trade/order"),
        CANCEL("/api/v5/trade/cancel-order");

        final String path;

        Operation(String path) {
            this.path = path;
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

    /** Does the operation once, while its first request meets the fault. */
    static OkxRun of(Exchange exchange, Operation operation, Fault fault, String clOrdId) throws IOException {
        if (operation == Operation.CANCEL) {
            exchange.does("/api/v5/trade/order", SignedCalls.limit("20000", clOrdId));
        }
        try (Exchange.Line line = exchange.line();
                OkxClient client = client(exchange, line.server().baseUrl())) {
            line.faults().on("POST " + operation.path).nth(1).then(fault);
            long start = Clock.system().nanos();
            Outcome<?> outcome = write(client, exchange, operation, clOrdId);
            return new OkxRun(
                    operation,
                    fault,
                    clOrdId,
                    outcome,
                    line.faults().requests("POST " + operation.path),
                    Duration.ofNanos(Clock.system().nanos() - start));
        }
    }

    private static Outcome<?> write(OkxClient client, Exchange exchange, Operation operation, String clOrdId)
            throws IOException {
        return switch (operation) {
            case CANCEL ->
                client.trade()
                        .cancelOrder(CancelOrderRequest.builder()
                                .instId(Exchange.INSTRUMENT)
                                .clOrdId(clOrdId)
                                .build());
            case PLACE_MARKET -> client.trade().placeOrder(order(clOrdId, null));
            case PLACE_LIMIT ->
                client.trade().placeOrder(order(clOrdId, new BigDecimal(exchange.last()).subtract(BigDecimal.TEN)));
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

    /** Returns what is untrue in what the client was told, or nothing. */
    String lie(Map<String, Integer> placed, Map<String, String> states) {
        int orders = placed.getOrDefault(clOrdId, 0);
        String state = states.getOrDefault(clOrdId, "nowhere");
        if (orders > 1) {
            return "the exchange holds it " + orders + " times";
        }
        if (operation == Operation.CANCEL) {
            boolean cancelled = state.equals("canceled");
            return outcome instanceof Outcome.Confirmed && !cancelled
                            || cancelled && (outcome instanceof Outcome.Rejected || outcome instanceof Outcome.NotSent)
                    ? "the order is " + state
                    : "";
        }
        return outcome instanceof Outcome.Confirmed && orders == 0
                        || orders == 1 && (outcome instanceof Outcome.Rejected || outcome instanceof Outcome.NotSent)
                ? "the exchange holds it " + orders + " times, " + state
                : "";
    }
}
