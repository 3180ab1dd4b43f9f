package dev.okx4j.client.intent;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal in memory that keeps the newest entries, and every intent that is open; this class is thread-safe. */
public final class MemoryJournal implements IntentJournal {
    private static final int KEPT = 10_000;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final Map<String, Open> open = new LinkedHashMap<>();

    MemoryJournal() {}

    /**
     * A line of the journal.
     *
     * @param intent the write
     * @param outcome what became of it; null on the line that was kept before it left
     */
    public record Entry(WriteIntent intent, @Nullable Outcome<?> outcome) {}

    @Override
    public synchronized void intents(List<WriteIntent> intents) {
        for (WriteIntent intent : intents) {
            open.put(intent.intentId(), new Open(intent, null));
            add(new Entry(intent, null));
        }
    }

    @Override
    public synchronized void outcome(WriteIntent intent, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Unknown<?> unknown) {
            open.put(intent.intentId(), new Open(intent, unknown));
        } else {
            open.remove(intent.intentId());
        }
        add(new Entry(intent, outcome));
    }

    @Override
    public synchronized List<Open> open() {
        return List.copyOf(open.values());
    }

    /** Returns the entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    private void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }
}
