package dev.okx4j.client.intent;

import java.io.IOException;

/** The record of every write, made before it leaves, and of what became of it. Implementations are safe for use by several threads. */
public interface IntentJournal {
    /**
     * Keeps the intent; when this returns, the intent is as durable as the journal promises.
     *
     * @throws IOException when it could not be kept: an order then does not go, a cancel does
     */
    void intent(WriteIntent intent) throws IOException;

    /** Keeps what became of the intent. */
    void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException;

    /** Returns a journal that lives and dies with the process. */
    static MemoryJournal inMemory() {
        return new MemoryJournal();
    }
}
