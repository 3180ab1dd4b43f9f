package dev.okx4j.testing.streams;

import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal that can be asked what became of each write. */
final class KeptOutcomes implements IntentJournal {
    private final IntentJournal journal = IntentJournal.inMemory();
    private final Map<String, Kept> last = new LinkedHashMap<>();
    private int unknown;

    /** A write, and what was last said of it. */
    record Kept(WriteIntent intent, Outcome<?> outcome) {}

    @Override
    public void intents(List<WriteIntent> intents) throws IOException {
        journal.intents(intents);
    }

    @Override
    public synchronized void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
        journal.outcome(intent, outcome);
        last.put(intent.intentId(), new Kept(intent, outcome));
        if (outcome instanceof Outcome.Unknown) {
            unknown++;
        }
    }

    @Override
    public List<Open> open() {
        return journal.open();
    }

    /** Returns every write with what was last said of it. */
    synchronized List<Kept> all() {
        return List.copyOf(last.values());
    }

    /** Returns how often it was said that an outcome is not known. */
    synchronized int unknown() {
        return unknown;
    }
}
