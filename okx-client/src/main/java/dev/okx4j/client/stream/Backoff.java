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

    /** How long to wait when OKX asks for patience. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Entropy entropy;
    private int failures;
    private Duration least = Duration.ZERO;

    Backoff(Entropy entropy) {
        this.entropy = entropy;
    }

    /** Takes down that OKX asked for patience: the next wait is no shorter than {@link #PATIENCE}. */
    void bePatient() {
        least = PATIENCE;
    }

    /** Counts a failure after a time in which all was well, and returns the nanoseconds to wait. */
    long next(Duration healthy) {
        if (healthy.compareTo(HEALTHY) >= 0) {
            failures = 0;
        }
        long ceiling = Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(failures, 10));
        failures = Math.min(failures + 1, 10);
        long floor = ceiling == LONGEST.toNanos() ? ceiling / 2 : 0;
        long wait = Math.max(least.toNanos(), floor + Math.floorMod(entropy.nextLong(), ceiling - floor + 1));
        least = Duration.ZERO;
        return wait;
    }
}
