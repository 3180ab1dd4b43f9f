package dev.okx4j.client.rest;

import static dev.okx4j.client.rest.RateLimit.Scope.IP;
import static dev.okx4j.client.rest.RateLimit.Scope.USER;
import static dev.okx4j.client.rest.RateLimit.Scope.USER_AND_INSTRUMENT;
import static dev.okx4j.client.rest.RateLimit.Unit.ORDERS;
import static dev.okx4j.client.rest.RateLimit.Unit.REQUESTS;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** OKX's limits on its WebSocket: connections, commands, subscriptions, and operations on orders. */
public final class StreamLimits {
    private static final Duration WINDOW = Duration.ofSeconds(2);

    /** How often one address may connect. */
    public static final RateLimit CONNECTS = new RateLimit(3, Duration.ofSeconds(1), IP, REQUESTS);

    /** How many commands one connection takes in an hour: to subscribe, to unsubscribe and to log in. */
    public static final int COMMANDS_PER_HOUR = 480;

    /** How many connections of a sub-account may subscribe to one of the {@link #COUNTED_CHANNELS}. */
    public static final int CONNECTIONS_PER_CHANNEL = 30;

    /** The channels whose connections are counted. */
    public static final Set<String> COUNTED_CHANNELS =
            Set.of("orders", "account", "positions", "balance_and_position", "liquidation-warning", "account-greeks");

    /** The length in bytes of the longest request. */
    public static final int LONGEST_REQUEST = 65_536;

    /** How long a connection may be silent before OKX ends it. */
    public static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /** What can be done to orders on a connection; each shares its window with the same operation over HTTP. */
    public static final List<Operation> OPERATIONS = List.of(
            new Operation(
                    "order", "POST /api/v5/trade/order", new RateLimit(60, WINDOW, USER_AND_INSTRUMENT, REQUESTS)),
            new Operation(
                    "batch-orders",
                    "POST /api/v5/trade/batch-orders",
                    new RateLimit(300, WINDOW, USER_AND_INSTRUMENT, ORDERS)),
            new Operation(
                    "cancel-order",
                    "POST /api/v5/trade/cancel-order",
                    new RateLimit(60, WINDOW, USER_AND_INSTRUMENT, REQUESTS)),
            new Operation(
                    "batch-cancel-orders",
                    "POST /api/v5/trade/cancel-batch-orders",
                    new RateLimit(300, WINDOW, USER_AND_INSTRUMENT, ORDERS)),
            new Operation(
                    "amend-order",
                    "POST /api/v5/trade/amend-order",
                    new RateLimit(60, WINDOW, USER_AND_INSTRUMENT, REQUESTS)),
            new Operation(
                    "batch-amend-orders",
                    "POST /api/v5/trade/amend-batch-orders",
                    new RateLimit(300, WINDOW, USER_AND_INSTRUMENT, ORDERS)),
            new Operation("mass-cancel", "POST /api/v5/trade/mass-cancel", new RateLimit(5, WINDOW, USER, REQUESTS)),
            new Operation("sprd-order", "POST /api/v5/sprd/order", new RateLimit(20, WINDOW, USER, REQUESTS)),
            new Operation(
                    "sprd-amend-order", "POST /api/v5/sprd/amend-order", new RateLimit(20, WINDOW, USER, REQUESTS)),
            new Operation(
                    "sprd-cancel-order", "POST /api/v5/sprd/cancel-order", new RateLimit(20, WINDOW, USER, REQUESTS)),
            new Operation(
                    "sprd-mass-cancel", "POST /api/v5/sprd/mass-cancel", new RateLimit(5, WINDOW, USER, REQUESTS)));

    private StreamLimits() {}

    /**
     * An operation on orders.
     *
     * @param op its name on the connection
     * @param twin the same operation over HTTP
     * @param limit how often it may be sent, both ways together
     */
    public record Operation(String op, String twin, RateLimit limit) {}
}
