package dev.okx4j.client.stream;

import java.time.Duration;

/**
 * Whether the other side of a socket is still there. What arrives proves one direction only, so OKX is asked with a ping however
 * much it sends.
 */
final class Heartbeat {
    /** OKX ends a connection after thirty seconds without a word. With the time for an answer, and for ticks, this is less than 25. */
    static final long IDLE = Duration.ofMillis(14_500).toNanos();

    /** How long an answer to a ping may take. */
    static final long PONG = Duration.ofSeconds(10).toNanos();

    private long asked;
    private int pings;
    private int pongs;

    /** Takes the time from which on there was silence. */
    void begin(long now) {
        asked = now;
    }

    /** Takes down that a ping is sent. */
    void ping(long now) {
        asked = now;
        pings++;
    }

    /** Takes an answer, and returns whether all pings are answered now; one too many does not answer for the next. */
    boolean pong() {
        pongs = Math.min(pings, pongs + 1);
        return pongs >= pings;
    }

    /** Returns whether it is time for a ping. */
    boolean isDue(long now) {
        return pongs >= pings && now - asked >= IDLE;
    }

    /** Returns whether an answer is overdue. */
    boolean isMissed(long now) {
        return pongs < pings && now - asked >= PONG;
    }
}
