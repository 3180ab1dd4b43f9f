package dev.okx4j.client.stream;

import dev.okx4j.client.rest.StreamLimits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Keeps connecting inside OKX's limit for one address; all clients of this process that live in real time share one. */
final class ConnectPace {
    /** OKX counts when a connection arrives, which may be a little later than when it went. */
    private static final Duration MARGIN = Duration.ofMillis(100);

    private static final ConnectPace SHARED = new ConnectPace();

    private final Map<String, Deque<Long>> made = new HashMap<>();

    /** Returns the one of this process. */
    static ConnectPace shared() {
        return SHARED;
    }

    /** Takes a place in the window of a site when there is one. */
    synchronized boolean take(String site, long now) {
        long window = StreamLimits.CONNECTS.per().plus(MARGIN).toNanos();
        Deque<Long> recent = made.computeIfAbsent(site, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && now - recent.getFirst() >= window) {
            recent.removeFirst();
        }
        if (recent.size() >= StreamLimits.CONNECTS.count()) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
