package dev.okx4j.client.rest;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Limiter.Claim;
import dev.okx4j.client.rest.Limiter.Key;
import dev.okx4j.client.rest.RateLimit.Scope;
import dev.okx4j.client.rest.RateLimit.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The limits of a call: the one on its endpoint, and those that OKX lays across endpoints. Batches are counted by order, one that
 * holds a single order as that order alone, and all new and amended orders of a sub-account together.
 */
final class OrderLimits {
    /** What a batch that holds a single order counts as. */
    static final Map<String, String> SINGLE = Map.of(
            "POST /api/v5/trade/batch-orders", "POST /api/v5/trade/order",
            "POST /api/v5/trade/amend-batch-orders", "POST /api/v5/trade/amend-order",
            "POST /api/v5/trade/cancel-batch-orders", "POST /api/v5/trade/cancel-order");

    /** How many single orders fit into a window of an instrument. */
    static final RateLimit SINGLES = new RateLimit(60, Duration.ofSeconds(2), Scope.USER_AND_INSTRUMENT, Unit.REQUESTS);

    /** New and amended orders of a sub-account over all instruments but spot and margin ones; cancels are free of it. */
    static final RateLimit SUB_ACCOUNT = new RateLimit(1_000, Duration.ofSeconds(2), Scope.USER, Unit.ORDERS);

    /** What the limit on the sub-account counts. */
    static final Set<String> NEW_AND_AMENDED = Set.of(
            "POST /api/v5/trade/order",
            "POST /api/v5/trade/batch-orders",
            "POST /api/v5/trade/amend-order",
            "POST /api/v5/trade/amend-batch-orders");

    private static final String SUB_ACCOUNT_OPERATION = "new and amended orders";

    private final String site;
    private final String keyId;

    OrderLimits(String site, String keyId) {
        this.site = site;
        this.keyId = keyId;
    }

    /** Returns what a call takes of which windows. */
    List<Claim> claims(Endpoint<?> endpoint, RequestForm form) {
        String operation = endpoint.toString();
        RateLimit limit = endpoint.limit();
        List<?> items = items(form);
        String single = SINGLE.get(operation);
        if (single != null && items.size() == 1) {
            operation = single;
            limit = SINGLES;
        }
        Map<Key, Integer> permits = new LinkedHashMap<>();
        int derivatives = 0;
        for (Map.Entry<String, Integer> part : parts(limit.scope(), items).entrySet()) {
            Key key = new Key(site, owner(limit), operation, subject(limit, part.getKey()));
            permits.merge(key, limit.unit() == Unit.ORDERS ? part.getValue() : 1, Integer::sum);
            derivatives += isSpot(part.getKey()) ? 0 : part.getValue();
        }
        List<Claim> claims = new ArrayList<>();
        for (Map.Entry<Key, Integer> part : permits.entrySet()) {
            claims.add(new Claim(part.getKey(), limit, part.getValue()));
        }
        if (derivatives > 0 && NEW_AND_AMENDED.contains(endpoint.toString())) {
            claims.add(new Claim(subAccount(), SUB_ACCOUNT, derivatives));
        }
        return claims;
    }

    /** Returns the window of all new and amended orders. */
    Key subAccount() {
        return new Key(site, keyId, SUB_ACCOUNT_OPERATION, "");
    }

    private String owner(RateLimit limit) {
        return limit.scope().isPerUser() ? keyId : "ip";
    }

    /** Returns what the limit's scope tells apart, each with the number of items about it. */
    private static Map<String, Integer> parts(Scope scope, List<?> items) {
        String name = switch (scope) {
            case IP, USER -> "";
            case IP_AND_INSTRUMENT_TYPE -> "instType";
            case IP_AND_INSTRUMENT, USER_AND_INSTRUMENT -> "instId";
            case USER_AND_CURRENCY -> "ccy";
            case USER_AND_TAG -> "tag";
        };
        Map<String, Integer> parts = new LinkedHashMap<>();
        for (Object item : items) {
            Object value = item instanceof Map<?, ?> values ? values.get(name) : null;
            parts.merge(value == null ? "" : value.toString(), 1, Integer::sum);
        }
        return parts;
    }

    /** Returns the items of a body that is an array, as they go out, and else the one request. */
    private static List<?> items(RequestForm form) {
        return form.body().startsWith("[") && Json.parse(form.body()) instanceof List<?> items
                ? items
                : List.of(form.values());
    }

    /** Returns the instrument, or the family of an option, whose instruments share one window. */
    private static String subject(RateLimit limit, String part) {
        boolean option = limit.scope() == Scope.USER_AND_INSTRUMENT && part.split("-", -1).length == 5;
        return option ? part.substring(0, part.indexOf('-', part.indexOf('-') + 1)) : part;
    }

    /** Returns whether an instrument is a currency pair, traded spot or on margin: BTC-USDT, but not BTC-USDT-SWAP. */
    private static boolean isSpot(String instId) {
        return instId.indexOf('-') > 0 && instId.indexOf('-') == instId.lastIndexOf('-');
    }
}
