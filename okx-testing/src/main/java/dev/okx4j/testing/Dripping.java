package dev.okx4j.testing;

import java.time.Duration;

/** A slow answer. */
record Dripping(int bytesPerSecond, Effect effect) implements Fault {
    Dripping {
        if (bytesPerSecond <= 0) {
            throw new IllegalArgumentException("An answer at " + bytesPerSecond + " bytes a second never comes");
        }
    }

    /** Returns how long this many bytes take. */
    Duration time(int bytes) {
        return Duration.ofNanos(bytes * 1_000_000_000L / bytesPerSecond);
    }

    @Override
    public String toString() {
        return "drip(" + bytesPerSecond + ", " + effect + ")";
    }
}
