package dev.okx4j.client.stream;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that listeners are called on: virtual ones where the JVM has them, and daemons that go when idle where it has not. */
final class Threads {
    private Threads() {}

    /** Returns a new executor that never makes one task wait for another. */
    static ExecutorService executor() {
        try {
            // Found by name, so that the same code compiles and runs on Java 17.
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            AtomicInteger numbers = new AtomicInteger();
            return Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "okx4j-listener-" + numbers.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
