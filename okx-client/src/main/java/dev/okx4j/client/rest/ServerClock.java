package dev.okx4j.client.rest;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.RateLimitedException;
import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time by OKX's clock: the machine's own until OKX's has been read, and from then on that reading and the monotonic time that
 * has passed since, so that a wall clock that is set, steps or sleeps moves nothing.
 *
 * <p>Reads go with whatever is known. A write asks {@link #forWriting} first. This class is thread-safe.
 */
final class ServerClock {
    static final int SAMPLES = 5;
    /** As many readings tell whether something else answers in OKX's place. */
    private static final int ENOUGH = 2;

    static final Duration REFRESH = Duration.ofMinutes(10);
    static final Duration WORST = Duration.ofSeconds(5);
    static final Duration GREATEST_CHANGE = Duration.ofHours(24);
    /** Wall and monotonic time that have grown apart by more than this tell of a jump, or of a machine that slept. */
    static final Duration JUMP = Duration.ofSeconds(1);

    /** Readings that take longer than this together end with those there are. */
    private static final Duration LONGEST = Duration.ofSeconds(3);
    /** How long a measurement may take after OKX has said that it was asked too often: the window, and the limiter's pause. */
    private static final Duration LONGEST_WHEN_REFUSED = Duration.ofSeconds(6);
    /** How long writes go on with what is known after OKX's clock could not be read. */
    private static final Duration NEXT_TRY = Duration.ofSeconds(10);
    /** How fast a good reading goes stale: by one second in this many, far more than a quartz drifts. */
    private static final long DRIFT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    private final Clock clock;
    private final Source source;
    private volatile @Nullable Reading known;
    private volatile @Nullable Failure failure;
    /** The monotonic time at which what is known was taken over. */
    private long takenOver;

    /** Reads OKX's clock once. */
    @FunctionalInterface
    interface Source {
        /** Returns what OKX's clock shows, read within a time; throws when it does not answer. */
        Instant read(Duration within);
    }

    /**
     * A reading of OKX's clock.
     *
     * @param server what it showed
     * @param nanos the monotonic time in the middle of the call
     * @param wall the machine's wall time then
     * @param error by how much the reading can be off: half the round trip
     */
    private record Reading(Instant server, long nanos, Instant wall, Duration error) {
        /** Returns OKX's time at another moment, by the monotonic clock. */
        Instant at(long moment) {
            return server.plusNanos(moment - nanos);
        }
    }

    private record Failure(String reason, long nanos) {}

    ServerClock(Clock clock, Source source) {
        this.clock = clock;
        this.source = source;
    }

    /** Returns OKX's time as far as it is known. */
    Instant now() {
        Reading reading = known;
        return reading == null ? clock.now() : reading.at(clock.nanos());
    }

    /**
     * Measures where that is due, and returns why OKX's time is not known well enough to give a write a time to expire at; null
     * when it is.
     */
    @Nullable
    String forWriting() {
        if (isDue()) {
            measureWhenDue();
        }
        Reading reading = known;
        Failure failed = failure;
        if (reading == null || hasJumped(reading)) {
            return "OKX's clock could not be read, and without it no order gets a time to expire at: "
                    + (failed == null ? "it was not tried" : failed.reason());
        }
        Duration error = uncertainty(reading);
        return error.compareTo(WORST) <= 0
                ? null
                : "OKX's clock is known to " + error.toMillis() + " ms only, and an order that expires needs "
                        + WORST.toSeconds() + " s";
    }

    /** Of many writes that find it due, one measures, and the others wait for that. */
    private synchronized void measureWhenDue() {
        if (isDue()) {
            measure();
        }
    }

    /**
     * Measures because OKX found the time of a request wrong, and returns whether the next request has a better one.
     *
     * <p>Many requests can be refused for one wrong clock, and OKX tells its time to an address only so often. So nothing is
     * measured when that was done, or tried, after this request was signed.
     *
     * @param signedAt when the request got its time, by the monotonic clock
     */
    synchronized boolean correct(long signedAt) {
        Failure failed = failure;
        if (failed != null && failed.nanos() - signedAt > 0) {
            return false;
        }
        return (known != null && takenOver - signedAt > 0) || measure();
    }

    /** Reads OKX's clock several times and keeps the reading of the shortest round trip; returns whether that worked. */
    synchronized boolean measure() {
        List<Reading> readings = new ArrayList<>();
        String refusal;
        try {
            sample(readings);
            refusal = refusal(readings);
        } catch (OkxException e) {
            refusal = String.valueOf(e.getMessage());
        }
        if (refusal != null) {
            LOG.warn("OKX's clock was not taken over: {}", refusal);
            failure = new Failure(refusal, clock.nanos());
            return false;
        }
        known = best(readings);
        takenOver = clock.nanos();
        failure = null;
        return true;
    }

    /** Returns by how much the time can be off now; null before the first reading. */
    @Nullable
    Duration uncertainty() {
        Reading reading = known;
        return reading == null ? null : uncertainty(reading);
    }

    private Duration uncertainty(Reading reading) {
        return reading.error().plusNanos((clock.nanos() - reading.nanos()) / DRIFT);
    }

    private boolean isDue() {
        Reading reading = known;
        Failure failed = failure;
        long now = clock.nanos();
        if (failed != null && now - failed.nanos() < NEXT_TRY.toNanos()) {
            return false;
        }
        return reading == null || now - reading.nanos() >= REFRESH.toNanos() || hasJumped(reading);
    }

    private boolean hasJumped(Reading reading) {
        Duration wall = Duration.between(reading.wall(), clock.now());
        return wall.minusNanos(clock.nanos() - reading.nanos()).abs().compareTo(JUMP) > 0;
    }

    /**
     * Adds readings until there are enough, or the time is over, or one fails: two that agree are enough then. OKX tells its
     * time to an address ten times in two seconds, whoever asks there: where nothing is left of that, the limiter makes the
     * next reading wait, and that one is tried.
     */
    private void sample(List<Reading> readings) {
        long end = clock.nanos() + LONGEST.toNanos();
        boolean refused = false;
        while (readings.size() < SAMPLES) {
            long start = clock.nanos();
            if (start >= end) {
                return;
            }
            Instant server;
            try {
                server = source.read(Duration.ofNanos(end - start));
            } catch (OkxException e) {
                if (readings.size() >= ENOUGH) {
                    return;
                }
                if (refused || !(e instanceof RateLimitedException)) {
                    throw e;
                }
                refused = true;
                end = clock.nanos() + LONGEST_WHEN_REFUSED.toNanos();
                continue;
            }
            long trip = clock.nanos() - start;
            Instant wall = clock.now().minusNanos(trip / 2);
            // OKX cuts its time off after the milliseconds.
            readings.add(new Reading(
                    server, start + trip / 2, wall, Duration.ofNanos(trip / 2).plusMillis(1)));
        }
    }

    /** Returns why readings are not to be believed; null when they are. */
    private @Nullable String refusal(List<Reading> readings) {
        Reading best = best(readings);
        for (Reading other : readings) {
            Duration apart =
                    Duration.between(best.at(other.nanos()), other.server()).abs();
            if (apart.compareTo(best.error().plus(other.error())) > 0) {
                return "two readings of it, each with its round trip, contradict each other by " + apart.toMillis()
                        + " ms; something between here and OKX may be answering in its place";
            }
        }
        Instant believed = now();
        Duration change = Duration.between(believed, best.at(clock.nanos())).abs();
        return change.compareTo(GREATEST_CHANGE) <= 0
                ? null
                : "it is " + change.toHours() + " hours away from what was believed; set this machine's clock";
    }

    private static Reading best(List<Reading> readings) {
        return readings.stream().min(Comparator.comparing(Reading::error)).orElseThrow();
    }
}
