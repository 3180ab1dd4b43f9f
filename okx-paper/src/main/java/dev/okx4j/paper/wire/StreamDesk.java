package dev.okx4j.paper.wire;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.paper.venue.Venue;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the WebSocket side of the exchange takes from the REST side, so that both have one reading of keys, orders, rate
 * limits and rows.
 *
 * <p>This class is threadsafe.
 */
public final class StreamDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StreamDesk.class);

    /** The operations of orders by the names that they have over WebSocket, with the paths of their twins. */
    private static final Map<String, String> PATHS = Map.of(
            "order", "/api/v5/trade/order",
            "batch-orders", "/api/v5/trade/batch-orders",
            "cancel-order", "/api/v5/trade/cancel-order",
            "batch-cancel-orders", "/api/v5/trade/cancel-batch-orders",
            "amend-order", "/api/v5/trade/amend-order",
            "batch-amend-orders", "/api/v5/trade/amend-batch-orders",
            "mass-cancel", "/api/v5/trade/mass-cancel");

    private final Grant house;
    private final Gatekeeper gatekeeper;
    private final Clock clock;
    private final Function<Grant, ExchangeWire.Hall> halls;

    StreamDesk(Grant house, Gatekeeper gatekeeper, Clock clock, Function<Grant, ExchangeWire.Hall> halls) {
        this.house = house;
        this.gatekeeper = gatekeeper;
        this.clock = clock;
        this.halls = halls;
    }

    /**
     * What came of something that was asked for.
     *
     * @param code OKX's code, 0 when it was granted
     * @param msg why not, else empty
     * @param data rows, each a map or a list; empty when refused
     */
    public record Outcome(String code, String msg, List<?> data) {
        /** Returns whether it was granted. */
        public boolean granted() {
            return code.equals("0");
        }
    }

    /** A login that was refused, or the grant of one that was not. */
    public record Login(Outcome outcome, @Nullable Grant grant) {}

    /** Returns the wire clock. */
    public Clock clock() {
        return clock;
    }

    /** Returns what a connection sees that has not logged in. */
    public Grant house() {
        return house;
    }

    /** Returns the number that OKX would give the user of an account. */
    public String uid(Grant grant) {
        return grant.account() == house.account() ? ConfigDesk.UID : ConfigDesk.uid(grant.accountName());
    }

    /** Returns what one login opens, or the code of OKX for why it opens nothing. */
    public Login login(Map<?, ?> arg) {
        try {
            return new Login(new Outcome("0", "", List.of()), gatekeeper.login(ExchangeWire.params(arg), clock.now()));
        } catch (RefusedException e) {
            return new Login(new Outcome(e.answer().code(), e.answer().msg(), List.of()), null);
        }
    }

    /** Returns whether a key still opens what it did when it logged in. */
    public boolean isOpen(Grant grant) {
        return gatekeeper.isOpen(grant);
    }

    /** Returns whether an operation of this name places, amends or cancels orders. */
    public boolean isOperation(String op) {
        return PATHS.containsKey(op);
    }

    /** Returns the rows that a public or account path answers now, without counting it as a call. */
    public Outcome rows(Grant grant, String path, Map<String, String> params) {
        Route route = halls.apply(grant).routes.get("GET " + path);
        if (route == null) {
            return outcome(RefusedException.unsupported(path).answer());
        }
        Call call = new Call(new Params(params), List.of(), Map.of(), clock.now(), grant);
        return guarded(() -> route.handler().apply(call));
    }

    /**
     * Carries out an operation, counted together with its REST twin.
     *
     * @param args the frame's {@code args}, which must be one object, or a list of them for a batch
     * @param expTime the frame's {@code expTime}, or null
     */
    public Outcome operate(Grant grant, String op, List<?> args, @Nullable String expTime) {
        Instant received = clock.now();
        ExchangeWire.Hall hall = halls.apply(grant);
        return guarded(() -> {
            Route route = hall.routes.get("POST " + PATHS.get(op));
            if (route == null) {
                throw RefusedException.unsupported("operation " + op);
            }
            if (route.access() == Route.Access.TRADE && !grant.mayTrade()) {
                throw new RefusedException("50120", "This API key doesn't have permission to use this function");
            }
            List<Params> items = items(grant, args);
            if (items.isEmpty() || (!route.array() && items.size() != 1)) {
                throw new RefusedException("60013", "Invalid args");
            }
            Map<String, String> headers = expTime == null ? Map.of() : Map.of("expTime", expTime);
            Call call = route.array()
                    ? new Call(new Params(Map.of()), items, headers, received, grant)
                    : new Call(items.get(0), List.of(), headers, received, grant);
            hall.quota.take(hall.counted(route, call), call, clock.nanos());
            grant.account().expire(received);
            return route.handler().apply(call);
        });
    }

    /** Returns the objects of a frame, each with the instrument by its name, so that both ways of naming it count as one. */
    private static List<Params> items(Grant grant, List<?> args) {
        List<Params> items = new ArrayList<>();
        for (Object arg : args) {
            if (!(arg instanceof Map<?, ?> object)) {
                throw new RefusedException("60013", "Invalid args");
            }
            Params params = ExchangeWire.params(object);
            if (params.has("instIdCode")) {
                Map<String, Object> named = new LinkedHashMap<>(params.values());
                named.remove("instId");
                String instId = grant.account().read(venue -> named(grant, venue, new Params(named)));
                if (instId != null) {
                    named.remove("instIdCode");
                    named.put("instId", instId);
                }
                params = new Params(named);
            }
            items.add(params);
        }
        return items;
    }

    /** Returns the name of the instrument, or null when it is not listed, of which the order's own row will tell. */
    private static @Nullable String named(Grant grant, Venue venue, Params item) {
        try {
            return new Listing(grant.account().scenario(), venue).named(item).instId();
        } catch (RefusedException e) {
            return null;
        }
    }

    private static Outcome guarded(Supplier<Answer> work) {
        try {
            return outcome(work.get());
        } catch (RefusedException e) {
            return outcome(e.answer());
        } catch (UncheckedIOException e) {
            LOG.error("The journal of the paper account failed", e);
            return new Outcome("64007", "The journal failed, so the outcome is unknown: " + e.getMessage(), List.of());
        }
    }

    private static Outcome outcome(Answer answer) {
        List<?> rows = answer.data() instanceof List<?> list ? list : List.of(answer.data());
        return new Outcome(answer.code(), answer.msg(), rows);
    }

    /** Returns a moment in microseconds, as the gateway tells it. */
    public static String micros(Instant time) {
        return ExchangeWire.micros(time);
    }
}
