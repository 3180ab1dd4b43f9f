package dev.okx4j.client.stream;

import dev.okx4j.client.rest.StreamLimits;
import java.time.Duration;
import java.util.ArrayDeque;

/** How many logins, subscriptions and ends of them one connection may still send within an hour. */
final class CommandBudget {
    private static final long HOUR = Duration.ofHours(1).plusSeconds(5).toNanos();

    private final ArrayDeque<Long> sent = new ArrayDeque<>();
    private boolean refused;

    /** Takes one when there is one left. */
    boolean take(long now) {
        while (!sent.isEmpty() && now - sent.getFirst() >= HOUR) {
            sent.removeFirst();
        }
        if (refused || sent.size() >= StreamLimits.COMMANDS_PER_HOUR) {
            return false;
        }
        sent.addLast(now);
        return true;
    }

    /** Tells that OKX has found them too many, whatever was counted here. */
    void refused() {
        refused = true;
    }
}
