package dev.okx4j.client.internal;

import dev.okx4j.client.intent.WriteIntent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders that were seen elsewhere than where writes in doubt are looked up, such as in pushes. A doubt about one is looked up at
 * once: a sighting proves nothing by itself, but it is a reason not to wait, and not to take silence for a proof. This class is
 * thread-safe.
 */
public final class Sightings {
    private final Set<OpenWrite<?>> writes = ConcurrentHashMap.newKeySet();
    private final Pauses pauses;
    private volatile boolean watched;
    private volatile int count;

    Sightings(Pauses pauses) {
        this.pauses = pauses;
    }

    /** Takes down that OKX has told of an order; returns soon, so that the thread that hears it may call this. */
    public void seen(String ordId, @Nullable String clOrdId) {
        if (writes.isEmpty()) {
            return;
        }
        for (OpenWrite<?> write : writes) {
            if (isAbout(write.intent(), ordId, clOrdId)) {
                write.sighted(pauses.now());
                signal();
            }
        }
    }

    private static boolean isAbout(WriteIntent intent, String ordId, @Nullable String clOrdId) {
        return ordId.equals(intent.request().get("ordId"))
                || (!intent.clOrdId().isEmpty() && intent.clOrdId().equals(clOrdId));
    }

    private synchronized void signal() {
        count++;
    }

    /** Says that somebody looks, so that pauses are to be broken off for a sighting. */
    Sightings watched() {
        watched = true;
        return this;
    }

    boolean isWatched() {
        return watched;
    }

    /** Returns a number that is another one after each sighting. */
    int count() {
        return count;
    }

    void watch(OpenWrite<?> write) {
        writes.add(write);
    }

    void drop(OpenWrite<?> write) {
        writes.remove(write);
    }
}
