package dev.okx4j.client.stream;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Lets one thing happen at a time, and never makes a caller wait for another connection.
 *
 * <p>Work that is posted runs at once when nothing else does, and otherwise on the thread that is at it, right after. Work that is
 * done in a thread's own turn waits for the turn, which is how a reader is held back by what it reads. Taps run in here, and what
 * they ask of this or another connection is posted, so that two connections cannot wait for each other.
 */
final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final Consumer<RuntimeException> failed;

    Turn(Consumer<RuntimeException> failed) {
        this.failed = failed;
    }

    /** Has work done in turn, now or soon. */
    void post(Runnable work) {
        inbox.add(work);
        pump();
    }

    /** Does work in a turn of its own, after a wait for it where need be, and then what was posted meanwhile. */
    void take(Runnable work) {
        lock.lock();
        try {
            run(work);
            if (lock.getHoldCount() == 1) {
                drain();
            }
        } finally {
            lock.unlock();
        }
        pump();
    }

    private void pump() {
        while (!inbox.isEmpty() && !lock.isHeldByCurrentThread() && lock.tryLock()) {
            try {
                drain();
            } finally {
                lock.unlock();
            }
        }
    }

    private void drain() {
        for (Runnable work = inbox.poll(); work != null; work = inbox.poll()) {
            run(work);
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }
}
