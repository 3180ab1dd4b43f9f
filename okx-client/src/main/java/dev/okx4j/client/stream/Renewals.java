package dev.okx4j.client.stream;

import java.time.Duration;

/**
 * Paces how often a topic is asked for anew: at once when it has been whole for a minute, and then after one second, two, four
 * and so on, up to thirty.
 */
final class Renewals {
    private static final long HEALTHY = Duration.ofSeconds(60).toNanos();
    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private int made;
    private long last;

    /** Returns when the next one may go, and counts it. */
    long next(long now) {
        if (made > 0 && now - last >= HEALTHY) {
            made = 0;
        }
        long wait = made == 0 ? 0 : Math.min(LONGEST, FIRST << Math.min(made - 1, 5));
        made++;
        last = now + wait;
        return last;
    }
}
