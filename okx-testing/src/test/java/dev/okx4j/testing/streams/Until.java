package dev.okx4j.testing.streams;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must become true sooner or later, and fails when it does not. */
final class Until {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("streams.patience", 40));

    private Until() {}

    static void holds(String what, BooleanSupplier condition) {
        holds(() -> what, condition);
    }

    static void holds(Supplier<String> what, BooleanSupplier condition) {
        Clock clock = Clock.system();
        long end = clock.nanos() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (clock.nanos() - end > 0) {
                throw new AssertionError("In " + PATIENCE + " this did not become true: " + what.get());
            }
            try {
                Waits.system().sleep(Duration.ofMillis(5));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
