package dev.okx4j.client.rest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps calls from a door that OKX has shut: all but one now and then, which finds out whether it is open again. */
final class Circuit {
    private @Nullable String why;
    private long pause;
    private long nextProbe;

    /** Returns whether a call may go now; where the door is shut, that makes it the one that finds out. */
    synchronized boolean admits(long now) {
        if (why == null) {
            return true;
        }
        if (isShut(now)) {
            return false;
        }
        nextProbe = now + pause;
        return true;
    }

    /** Returns whether nothing may go, not even to find out. */
    synchronized boolean isShut(long now) {
        return why != null && now < nextProbe;
    }

    /** Returns whether it is shut, and the next call can find out. */
    synchronized boolean isDue(long now) {
        return why != null && !isShut(now);
    }

    /** Shuts it, or keeps it shut, so that the next call to find out goes after a pause. */
    synchronized void open(String reason, Duration forHowLong, long now) {
        why = reason;
        pause = forHowLong.toNanos();
        nextProbe = now + pause;
    }

    synchronized void close() {
        why = null;
    }

    /** Returns why it is shut; null when it is not. */
    synchronized @Nullable String why() {
        return why;
    }

    /** Returns how long nothing goes yet; zero or less when the next call can find out. */
    synchronized Duration left(long now) {
        return Duration.ofNanos(nextProbe - now);
    }
}
