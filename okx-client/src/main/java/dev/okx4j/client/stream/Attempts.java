package dev.okx4j.client.stream;

import java.time.Duration;

/** When to try something again that has not worked yet: after twice as long each time. Not thread-safe. */
final class Attempts {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private int count;
    private long due;

    Attempts(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    boolean isDue(long now) {
        return now - due >= 0;
    }

    /** Takes down an attempt: the next is due after a while. */
    void begun(long now) {
        Duration pause = first.multipliedBy(1L << Math.min(count, MOST_DOUBLINGS));
        due = now + (pause.compareTo(longest) < 0 ? pause : longest).toNanos();
        count++;
    }

    /** Returns how many attempts there were. */
    int count() {
        return count;
    }

    /** Begins to count anew: an attempt is due at once. */
    void over(long now) {
        count = 0;
        due = now;
    }
}
