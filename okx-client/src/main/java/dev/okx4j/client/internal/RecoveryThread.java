package dev.okx4j.client.internal;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The one daemon thread that looks writes up in the background, and lives only while there is one to look up. */
final class RecoveryThread implements AutoCloseable {
    private @Nullable Thread running;
    private boolean closed;

    /** Work that blocks. */
    interface Work {
        void run() throws InterruptedException;
    }

    /**
     * Starts the thread unless it runs.
     *
     * @param work what it does again and again
     * @param isOver whether nothing is left to do
     */
    synchronized void wake(Work work, BooleanSupplier isOver) {
        if (closed || running != null || isOver.getAsBoolean()) {
            return;
        }
        Thread thread = new Thread(() -> run(work, isOver), "okx4j-recovery");
        thread.setDaemon(true);
        running = thread;
        thread.start();
    }

    private void run(Work work, BooleanSupplier isOver) {
        try {
            do {
                work.run();
            } while (!hasEnded(isOver));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gone();
        }
    }

    private synchronized boolean hasEnded(BooleanSupplier isOver) {
        if (closed || isOver.getAsBoolean()) {
            running = null;
            return true;
        }
        return false;
    }

    private synchronized void gone() {
        if (running == Thread.currentThread()) {
            running = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) {
            running.interrupt();
        }
    }
}
