package dev.okx4j.client.rest;

import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time by OKX's clock: the machine's own until OKX complains, and then the machine's plus the measured difference. */
final class ServerClock {
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    ServerClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.now().plus(ahead);
    }

    /** Takes a reading of OKX's clock, made some time during the call that began at {@code before} and took {@code trip}. */
    void set(Instant reading, Instant before, Duration trip) {
        ahead = Duration.between(before.plus(trip.dividedBy(2)), reading);
    }
}
