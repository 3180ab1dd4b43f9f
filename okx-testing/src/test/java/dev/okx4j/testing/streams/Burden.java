package dev.okx4j.testing.streams;

import java.io.File;
import java.lang.management.ManagementFactory;

/**
 * What this process costs its machine.
 *
 * @param heapBytes what is in use after a collection
 * @param descriptors the open files and sockets; 0 where the system does not tell
 */
record Burden(long heapBytes, int threads, int descriptors) {
    static Burden now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        String[] open = new File("/proc/self/fd").list();
        return new Burden(
                runtime.totalMemory() - runtime.freeMemory(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                open == null ? 0 : open.length);
    }

    /** Returns whether it is no more than another, but for what comes and goes. */
    boolean isAbout(Burden other) {
        return threads <= other.threads + 8 && descriptors <= other.descriptors + 16;
    }

    @Override
    public String toString() {
        return heapBytes / 1_000_000 + " MB, " + threads + " threads, " + descriptors + " descriptors";
    }
}
