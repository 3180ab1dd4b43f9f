package dev.okx4j.client.seam;

import java.time.Instant;

/** Tells the time: the wall's for stamps, a monotonic one for durations. */
public interface Clock {
    /** Returns the wall-clock time. It may jump; never subtract two of these to measure a duration. */
    Instant now();

    /** Returns nanoseconds of a monotonic clock with an arbitrary origin. */
    long nanos();

    /** Returns the machine's clock. */
    static Clock system() {
        return SystemTime.INSTANCE;
    }
}
