package dev.okx4j.paper.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Counts calls over sliding windows of the wire's monotonic clock, as OKX's limits say: each item of a batch counts, options of one
 * family count together, and so do all new and amended orders of the account, whatever their instrument.
 *
 * <p>This class is threadsafe.
 */
final class Quota {
    /** How many new and amended orders the account may send in a window; spot, margin and protected ones are not counted. */
    static final int NEW_AND_AMENDED = 1_000;

    private static final int NEW_AND_AMENDED_SECONDS = 2;
    private static final int A_DAY = 86_400;
    private static final Set<String> COUNTED_TOGETHER = Set.of(
            "/api/v5/trade/order",
            "/api/v5/trade/batch-orders",
            "/api/v5/trade/amend-order",
            "/api/v5/trade/amend-batch-orders");

    /** Buckets kept before all are forgotten, so that made-up instruments cost no memory. */
    private static final int MOST_BUCKETS = 1_000;
    /** The longest name that tells buckets apart; what is longer is no instrument. */
    private static final int LONGEST_NAME = 64;

    private final boolean binding;
    private final Map<String, Deque<Long>> buckets = new HashMap<>();
    private final Deque<Long> together = new ArrayDeque<>();

    /** Makes one that refuses what is too much, or one that refuses nothing. */
    Quota(boolean binding) {
        this.binding = binding;
    }

    /** Takes a call out of what it counts in; refuses it, with nothing taken, with 50011 or 50061 when one is full. */
    synchronized void take(Route route, Call call, long nanos) {
        if (!binding || route.seconds() >= A_DAY) {
            return; // What is counted by the day, the venue counts itself: by the days of its own clock.
        }
        Map<String, Integer> cost = new LinkedHashMap<>();
        int orders = 0;
        for (Params item : Counter.items(call)) {
            cost.merge(bucket(route, item), 1, Integer::sum);
            orders += isPair(item) || isProtected(item) ? 0 : 1;
        }
        if (buckets.size() > MOST_BUCKETS) {
            buckets.clear();
        }
        for (Map.Entry<String, Integer> part : cost.entrySet()) {
            Deque<Long> taken = buckets.computeIfAbsent(part.getKey(), name -> new ArrayDeque<>());
            if (left(taken, route.count(), route.seconds(), nanos) < part.getValue()) {
                throw new RefusedException("50011", "Too Many Requests");
            }
        }
        boolean counted = route.method().equals("POST") && COUNTED_TOGETHER.contains(route.path());
        if (counted && left(together, NEW_AND_AMENDED, NEW_AND_AMENDED_SECONDS, nanos) < orders) {
            throw new RefusedException("50061", "Sub-account rate limit of new and amended orders exceeded");
        }
        cost.forEach((bucket, calls) -> add(buckets.computeIfAbsent(bucket, name -> new ArrayDeque<>()), calls, nanos));
        add(together, counted ? orders : 0, nanos);
    }

    /** Forgets what has left the window, and returns how many calls it has room for. */
    private static int left(Deque<Long> taken, int count, int seconds, long nanos) {
        long window = TimeUnit.SECONDS.toNanos(seconds);
        while (!taken.isEmpty() && nanos - taken.getFirst() >= window) {
            taken.removeFirst();
        }
        return count - taken.size();
    }

    private static void add(Deque<Long> taken, int calls, long nanos) {
        for (int i = 0; i < calls; i++) {
            taken.addLast(nanos);
        }
    }

    /** Returns what an item is counted under. */
    private static String bucket(Route route, Params item) {
        String bucket = route.method() + " " + route.path();
        return switch (route.scope()) {
            case IP, USER -> bucket;
            case IP_AND_INSTRUMENT -> bucket + " " + instrument(item);
            case USER_AND_INSTRUMENT -> bucket + " " + family(instrument(item));
            case IP_AND_TYPE, USER_AND_TYPE -> bucket + " " + name(item, "instType");
            case IP_AND_FAMILY -> bucket + " " + name(item, "instFamily");
            case IP_AND_TYPE_AND_FAMILY -> bucket + " " + name(item, "instType") + " " + name(item, "instFamily");
            case USER_AND_CURRENCY -> bucket + " " + name(item, "ccy");
            case USER_AND_TAG -> bucket + " " + name(item, "tag");
        };
    }

    private static String instrument(Params item) {
        return item.has("instId") ? name(item, "instId") : name(item, "instIdCode");
    }

    private static String name(Params item, String name) {
        String value = item.optional(name);
        return value == null || value.length() > LONGEST_NAME ? "" : value;
    }

    /** Returns the family of an option such as BTC-USD-250808-100000-C, whose options share a window, and else the instrument. */
    private static String family(String instId) {
        String[] words = instId.split("-", -1);
        return words.length == 5 ? words[0] + "-" + words[1] : instId;
    }

    /** Returns whether an item is an order under market-maker protection; an amendment does not say. */
    private static boolean isProtected(Params item) {
        String type = item.optional("ordType");
        return type != null && type.startsWith("mmp");
    }

    /** Returns whether an item is about a currency pair, spot or margin. */
    private static boolean isPair(Params item) {
        return instrument(item).split("-", -1).length == 2;
    }
}
