package dev.okx4j.client.intent;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal in memory that keeps the newest entries; this class is thread-safe. */
public final class MemoryJournal implements IntentJournal {
    private static final int KEPT = 10_000;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();

    MemoryJournal() {}

    /**
     * A line of the journal.
     *
     * @param intent the write
     * @param outcome what became of it; null on the line that was kept before it left
     */
    public record Entry(WriteIntent intent, @Nullable Outcome<?> outcome) {}

    @Override
    public void intent(WriteIntent intent) {
        add(new Entry(intent, null));
    }

    @Override
    public void outcome(WriteIntent intent, Outcome<?> outcome) {
        add(new Entry(intent, outcome));
    }

    /** Returns the entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    private synchronized void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }
}
