package dev.okx4j.testing;

import java.time.Duration;

/** A fault of the exchange that lasts, and that comes on top of any other. */
record Condition(What what, Duration time) implements Fault {
    /** Which one. */
    enum What {
        VISIBILITY_LAG("visibilityLag"),
        BAN("ban"),
        SKEW("skew");

        private final String call;

        What(String call) {
            this.call = call;
        }
    }

    @Override
    public Effect effect() {
        return what == What.BAN ? Effect.NONE : Effect.ACCEPTED;
    }

    @Override
    public String toString() {
        return what.call + "(" + time + ")";
    }
}
