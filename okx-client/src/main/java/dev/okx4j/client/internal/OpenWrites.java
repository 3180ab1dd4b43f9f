package dev.okx4j.client.internal;

import dev.okx4j.client.intent.WriteIntent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The writes whose outcome is open, oldest first; this class is thread-safe. */
final class OpenWrites {
    private final List<OpenWrite<?>> writes = new ArrayList<>();

    synchronized void add(OpenWrite<?> write) {
        writes.add(write);
    }

    synchronized void remove(OpenWrite<?> write) {
        writes.remove(write);
    }

    synchronized List<OpenWrite<?>> all() {
        return List.copyOf(writes);
    }

    synchronized @Nullable OpenWrite<?> byId(String intentId) {
        return writes.stream()
                .filter(write -> write.intent().intentId().equals(intentId))
                .findFirst()
                .orElse(null);
    }

    /** Returns the first write of an earlier run that is still being looked up. */
    synchronized @Nullable OpenWrite<?> recovering() {
        return writes.stream()
                .filter(write -> write.isOfEarlierRun() && !write.needsHuman())
                .findFirst()
                .orElse(null);
    }

    /** Returns a write in doubt about the same thing. */
    synchronized @Nullable OpenWrite<?> about(WriteIntent other) {
        String subject = other.subject();
        return writes.stream()
                .filter(write ->
                        subject != null && subject.equals(write.intent().subject()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the write that is to be looked at first; null when all that is left is for a person. */
    synchronized @Nullable OpenWrite<?> next() {
        return writes.stream()
                .filter(write -> !write.needsHuman())
                .min(Comparator.comparing(OpenWrite<?>::isTaken).thenComparing(OpenWrite<?>::due))
                .orElse(null);
    }
}
