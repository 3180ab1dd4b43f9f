package dev.okx4j.testing;

import java.time.Duration;

/** A request that takes its time. */
record Late(Duration time, Effect effect) implements Fault {
    Late {
        if (effect == Effect.NONE) {
            throw new IllegalArgumentException("A request that never arrives is not late: see blackhole()");
        }
    }

    @Override
    public String toString() {
        return "delay(" + time + ", " + effect + ")";
    }
}
