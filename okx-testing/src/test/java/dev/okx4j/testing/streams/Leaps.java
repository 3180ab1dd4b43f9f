package dev.okx4j.testing.streams;

import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of this machine, whose stopwatch can be put forward: a client that has it takes for a minute of health what was none, so that it
 * connects as it does after a first failure.
 */
final class Leaps implements Clock {
    private final Clock real = Clock.system();
    private final AtomicLong leaps = new AtomicLong();

    void leap(Duration time) {
        leaps.addAndGet(time.toNanos());
    }

    @Override
    public Instant now() {
        return real.now();
    }

    @Override
    public long nanos() {
        return real.nanos() + leaps.get();
    }
}
