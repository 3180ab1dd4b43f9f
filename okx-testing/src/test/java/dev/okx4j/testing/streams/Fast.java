package dev.okx4j.testing.streams;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.testing.Later;
import java.time.Duration;
import java.time.Instant;

/** Real time, so many times as fast, for both sides: what takes minutes on OKX is over in seconds. */
final class Fast implements Clock, Waits, Later {
    private final int factor;
    private final Clock real = Clock.system();
    private final Instant begin = real.now();
    private final long origin = real.nanos();

    Fast(int factor) {
        this.factor = factor;
    }

    int factor() {
        return factor;
    }

    @Override
    public Instant now() {
        return begin.plusNanos(nanos());
    }

    @Override
    public long nanos() {
        return (real.nanos() - origin) * factor;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Waits.system().sleep(duration.dividedBy(factor));
    }

    @Override
    public void after(Duration delay, Runnable task) {
        Later.system().after(delay.dividedBy(factor), task);
    }

    /** Lets time pass in which nothing is expected to happen. */
    void pass(Duration time) {
        try {
            sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
