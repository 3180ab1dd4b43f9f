package dev.okx4j.testing.crash;

import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.time.Instant;

/** The machine's clock, with the time added that a restart of the program is said to take. */
final class ShiftedClock implements Clock {
    private volatile Duration ahead;

    ShiftedClock(Duration ahead) {
        this.ahead = ahead;
    }

    void setAhead(Duration value) {
        ahead = value;
    }

    @Override
    public Instant now() {
        return Clock.system().now().plus(ahead);
    }

    @Override
    public long nanos() {
        return Clock.system().nanos();
    }
}
