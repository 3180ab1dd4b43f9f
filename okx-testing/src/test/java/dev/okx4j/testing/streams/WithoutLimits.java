package dev.okx4j.testing.streams;

import dev.okx4j.client.seam.Clock;
import java.time.Instant;

/** The wall clock, with a stopwatch a hundred times too fast: an exchange that has it lets in as many connections as ask. */
final class WithoutLimits implements Clock {
    private final Clock wall = Clock.system();
    private final long origin = wall.nanos();

    @Override
    public Instant now() {
        return wall.now();
    }

    @Override
    public long nanos() {
        return (wall.nanos() - origin) * 100;
    }
}
