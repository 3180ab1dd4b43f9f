package dev.okx4j.client.rest;

import java.time.Duration;

/**
 * How often a client may send a read once more: for one in ten of its requests of the last minute, so that a struggling exchange
 * is not met with a multiple of the load, but always twice in a minute, so that a quiet client is not without.
 *
 * <p>This class is thread-safe.
 */
final class RetryBudget {
    static final int SECONDS = 60;
    static final int ALWAYS = 2;
    static final int ONE_IN = 10;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    // One place for each second of the last minute.
    private final int[] requests = new int[SECONDS];
    private final int[] resends = new int[SECONDS];
    private long newest;

    RetryBudget(long now) {
        newest = Math.floorDiv(now, SECOND);
    }

    /** Counts a request, sent for the first time. */
    synchronized void request(long now) {
        requests[place(now)]++;
    }

    /** Counts a request that is sent once more, and returns whether that may be. */
    synchronized boolean resend(long now) {
        int place = place(now);
        if (sum(resends) >= Math.max(ALWAYS, sum(requests) / ONE_IN)) {
            return false;
        }
        resends[place]++;
        return true;
    }

    /** Returns the place of a second, after emptying those of the seconds since the newest one. */
    private int place(long now) {
        long second = Math.max(newest, Math.floorDiv(now, SECOND));
        for (long s = Math.max(newest, second - SECONDS) + 1; s <= second; s++) {
            int place = (int) Math.floorMod(s, (long) SECONDS);
            requests[place] = 0;
            resends[place] = 0;
        }
        newest = second;
        return (int) Math.floorMod(second, (long) SECONDS);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
