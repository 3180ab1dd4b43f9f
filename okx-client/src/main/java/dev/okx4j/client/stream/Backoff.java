package dev.okx4j.client.stream;

import dev.okx4j.client.seam.Entropy;
import java.time.Duration;

/**
 * How long to wait before the next attempt to connect: a random part of half a second, of one second, two, and so on up to thirty.
 *
 * <p>At the longest, at least half of it is waited, so that ten minutes without a network cost less than forty attempts.
 */
final class Backoff {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(30);
    /** After so long a time in which all was well, the next failure is a first one. */
    static final Duration HEALTHY = Duration.ofSeconds(60);

    private final Entropy entropy;
    private int failures;

    Backoff(Entropy entropy) {
        this.entropy = entropy;
    }

    /** Counts a failure after a time in which all was well, and returns the nanoseconds to wait, at least so long. */
    long next(Duration healthy, Duration least) {
        if (healthy.compareTo(HEALTHY) >= 0) {
            failures = 0;
        }
        long ceiling = Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(failures, 10));
        failures = Math.min(failures + 1, 10);
        long floor = ceiling == LONGEST.toNanos() ? ceiling / 2 : 0;
        return Math.max(least.toNanos(), floor + Math.floorMod(entropy.nextLong(), ceiling - floor + 1));
    }
}
