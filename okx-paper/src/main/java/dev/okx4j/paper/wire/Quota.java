package dev.okx4j.paper.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts calls by bucket over a sliding window of the wire's monotonic clock. Not threadsafe. */
final class Quota {
    /** Buckets kept before all are forgotten, so that made-up instruments cost no memory. */
    private static final int MOST_BUCKETS = 1_000;

    private final Map<String, Deque<Long>> buckets = new HashMap<>();

    /** Takes {@code cost} calls out of a bucket, or none when they are not all left. */
    boolean take(String bucket, int cost, int count, int seconds, long nanos) {
        if (buckets.size() > MOST_BUCKETS) {
            buckets.clear();
        }
        Deque<Long> taken = buckets.computeIfAbsent(bucket, name -> new ArrayDeque<>());
        long window = TimeUnit.SECONDS.toNanos(seconds);
        while (!taken.isEmpty() && nanos - taken.getFirst() >= window) {
            taken.removeFirst();
        }
        if (taken.size() + cost > count) {
            return false;
        }
        for (int i = 0; i < cost; i++) {
            taken.addLast(nanos);
        }
        return true;
    }
}
