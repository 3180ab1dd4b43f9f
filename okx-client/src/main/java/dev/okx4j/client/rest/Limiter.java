package dev.okx4j.client.rest;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls inside OKX's limits.
 *
 * <p>It remembers when the newest calls of each window went out, and lets the next one go only when the oldest of them has
 * left the window: no span of that length ever holds more calls than the limit, whichever way OKX aligns its own windows.
 *
 * <p>This class is thread-safe. Clients that share a key share {@link #shared()}.
 */
public final class Limiter {
    private static final Limiter SHARED = new Limiter();

    private final Map<Key, Window> windows = new ConcurrentHashMap<>();

    /** Returns the limiter of this process, which clients use unless told otherwise. */
    public static Limiter shared() {
        return SHARED;
    }

    /**
     * What shares one window.
     *
     * @param site the exchange
     * @param owner the key id, or the word {@code ip}
     * @param endpoint the method and path
     * @param instrument the instrument, kind of instrument or nothing, as the limit's scope says
     */
    record Key(String site, String owner, String endpoint, String instrument) {}

    /** Reserves permits and returns how long to wait before using them; null, and nothing reserved, when that is too long. */
    @Nullable
    Duration reserve(Key key, RateLimit limit, int permits, long now, Duration longest) {
        return windows.computeIfAbsent(key, k -> new Window(limit, now)).reserve(permits, now, longest.toNanos());
    }

    /** Fills the window: OKX has said that it is full, whatever was counted here. */
    void drain(Key key, RateLimit limit, long now) {
        windows.computeIfAbsent(key, k -> new Window(limit, now)).drain(now);
    }

    /** The times of the newest calls, in a ring. */
    private static final class Window {
        private final long length;
        private final long[] sent;
        private int oldest;

        Window(RateLimit limit, long now) {
            this.length = limit.per().toNanos();
            this.sent = new long[limit.count()];
            Arrays.fill(sent, now - length);
        }

        synchronized @Nullable Duration reserve(int permits, long now, long longest) {
            int taken = Math.min(permits, sent.length);
            // The last of the permits taken is free when the call in its place has left the window.
            long free = sent[(oldest + taken - 1) % sent.length] + length;
            long wait = Math.max(0, free - now);
            if (wait > longest) {
                return null;
            }
            for (int i = 0; i < taken; i++) {
                sent[oldest] = now + wait;
                oldest = (oldest + 1) % sent.length;
            }
            return Duration.ofNanos(wait);
        }

        synchronized void drain(long now) {
            for (int i = 0; i < sent.length; i++) {
                sent[i] = Math.max(sent[i], now);
            }
        }
    }
}
