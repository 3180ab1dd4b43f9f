package dev.okx4j.client.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what blocks, one thing at a time, off the threads that must not block, for as long as there is something to do. */
final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final Executor executor;
    private final Supplier<@Nullable Runnable> next;
    private boolean running;
    private boolean again;

    /**
     * @param next returns what is to be done now, null when nothing is, and changes nothing by being asked; what it returned must
     *     see to it that it is not returned again at once
     */
    Errands(Executor executor, Supplier<@Nullable Runnable> next) {
        this.executor = executor;
        this.next = next;
    }

    /** Sees to it that what is to be done gets done; to be called whenever that may have changed, holding no lock. */
    void see() {
        if (next.get() == null) {
            return;
        }
        synchronized (this) {
            again = true;
            if (running) {
                return;
            }
            running = true;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            // The streams are being closed.
            synchronized (this) {
                running = false;
            }
        }
    }

    private void run() {
        do {
            try {
                for (Runnable errand = next.get(); errand != null; errand = next.get()) {
                    errand.run();
                }
            } catch (RuntimeException e) {
                LOG.error("What was to be read of the account could not be", e);
            }
        } while (!isOver());
    }

    private synchronized boolean isOver() {
        if (again) {
            again = false;
            return false;
        }
        running = false;
        return true;
    }
}
