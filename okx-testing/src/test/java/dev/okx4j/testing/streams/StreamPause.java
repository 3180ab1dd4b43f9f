package dev.okx4j.testing.streams;

import dev.okx4j.client.seam.Waits;
import java.time.Duration;

/** Lets real time pass. */
final class StreamPause {
    private StreamPause() {}

    static void of(Duration time) {
        try {
            Waits.system().sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
