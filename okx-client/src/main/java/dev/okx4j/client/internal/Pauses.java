package dev.okx4j.client.internal;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import java.time.Duration;

/** Time as this side's patience counts it: a pause counts in full, however soon a test's waits come back from it. */
final class Pauses {
    private static final Duration NAP = Duration.ofMillis(50);

    private final Clock clock;
    private final Waits waits;
    private long credit;

    Pauses(Clock clock, Waits waits) {
        this.clock = clock;
        this.waits = waits;
    }

    synchronized long now() {
        return clock.nanos() + credit;
    }

    /** Pauses until the time is over, or a little after somebody has seen an order that is in doubt. */
    void sleep(Duration duration, Sightings sightings, int count) throws InterruptedException {
        long end = now() + duration.toNanos();
        while (sightings.isWatched() && sightings.count() == count && end - now() > NAP.toNanos()) {
            sleep(NAP);
        }
        if (sightings.count() == count) {
            sleep(Duration.ofNanos(end - now()));
        }
    }

    void sleep(Duration duration) throws InterruptedException {
        if (duration.isNegative() || duration.isZero()) {
            return;
        }
        long end = now() + duration.toNanos();
        waits.sleep(duration);
        synchronized (this) {
            credit += Math.max(0, end - now());
        }
    }
}
