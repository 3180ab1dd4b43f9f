package dev.okx4j.testing.network;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import java.time.Duration;
import java.time.Instant;

/** Real time, five times as fast: what a client waits for between looks is not waited for in full. */
final class FastTime implements Clock, Waits {
    private static final int FACTOR = 5;

    private final Clock real = Clock.system();
    private final Instant begin = real.now();
    private final long origin = real.nanos();

    @Override
    public Instant now() {
        return begin.plusNanos(nanos());
    }

    @Override
    public long nanos() {
        return (real.nanos() - origin) * FACTOR;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Waits.system().sleep(duration.dividedBy(FACTOR));
    }

    /** Returns a clock for an exchange whose limits are not what is being tested: its windows pass at once. */
    Clock withoutLimits() {
        return new Clock() {
            @Override
            public Instant now() {
                return FastTime.this.now();
            }

            @Override
            public long nanos() {
                return FastTime.this.nanos() * 1_000;
            }
        };
    }
}
