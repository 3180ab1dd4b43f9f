package dev.okx4j.testing.prove.world;

import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The exchange's clock, which this one is, and the wall clock of the client's machine: each can go wrong by itself. */
final class Clocks implements Clock {
    private final Timeline time;
    private Instant origin = Instant.EPOCH;
    private Duration ahead = Duration.ZERO;
    private Duration wallOffset = Duration.ZERO;
    private boolean moved;

    Clocks(Timeline time) {
        this.time = time;
    }

    /** Lets time begin at a moment. */
    void begin(Instant moment) {
        origin = moment;
    }

    @Override
    public Instant now() {
        return origin.plus(ahead).plusNanos(time.nanos());
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    /** Returns the time that the client's machine shows. */
    Instant wall() {
        return origin.plusNanos(time.nanos()).plus(wallOffset);
    }

    /** Lets the client's machine be this far ahead of the exchange from the beginning on. */
    void startWallAhead(Duration by) {
        wallOffset = by;
    }

    /** Sets the clock of the client's machine forward, or back. */
    void stepWall(Duration by) {
        wallOffset = wallOffset.plus(by);
        moved = true;
    }

    /** Sets the exchange's clock forward. */
    void jump(Duration by) {
        ahead = ahead.plus(by);
        moved = true;
    }

    /** Lets time jump, as it does for a machine that sleeps. */
    void skip(Duration nap) {
        time.skip(nap);
        moved = true;
    }

    /** Returns how long before now a timestamp was made, by the clock that suits it; 0 when a clock has been moved. */
    long age(@Nullable String timestamp) {
        if (timestamp == null || moved) {
            return 0;
        }
        Instant made = Instant.parse(timestamp);
        return Math.min(
                Math.abs(Duration.between(made, now()).toMillis()),
                Math.abs(Duration.between(made, wall()).toMillis()));
    }
}
