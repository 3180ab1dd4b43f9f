package dev.okx4j.testing.bench;

import dev.okx4j.client.seam.Clock;
import java.time.Instant;

/** The machine's time for stamps, and a thousand times as fast for durations, so that OKX's limits bound nothing. */
final class QuickClock implements Clock {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime() * 1_000;
    }
}
