package dev.okx4j.client.seam;

import java.time.Duration;

/** Waits: every pause in this project goes through here. */
@FunctionalInterface
public interface Waits {
    /**
     * Pauses the calling thread; returns at once when the duration is zero or negative.
     *
     * @throws InterruptedException when the thread is interrupted before or during the pause
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Returns the waits that really pause the thread. */
    static Waits system() {
        return SystemTime.INSTANCE;
    }
}
