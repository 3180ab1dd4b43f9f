package dev.okx4j.testing;

import dev.okx4j.client.seam.Waits;
import java.time.Duration;

/** Runs things at a later time: a simulation gives its queue of events. */
@FunctionalInterface
public interface Later {
    /** Runs the task once, when the delay is over, on any thread. */
    void after(Duration delay, Runnable task);

    /** Returns the one that waits in real time, each task on a daemon thread of its own. */
    static Later system() {
        return (delay, task) -> {
            Thread thread = new Thread(
                    () -> {
                        try {
                            Waits.system().sleep(delay);
                        } catch (InterruptedException e) {
                            return; // nobody else knows this thread, so this is the end of the process
                        }
                        task.run();
                    },
                    "okx-testing-later");
            thread.setDaemon(true);
            thread.start();
        };
    }
}
