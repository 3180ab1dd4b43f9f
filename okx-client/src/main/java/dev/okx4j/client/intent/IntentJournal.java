package dev.okx4j.client.intent;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of every write, made before it leaves, and of what became of it. Implement it to keep intents in a store of your
 * own. Implementations are safe for use by several threads.
 */
public interface IntentJournal {
    /**
     * Keeps the intents, all or none; when this returns, they are as durable as the journal promises.
     *
     * <p>One whose {@link WriteIntent#attempt} is above 1 is known already, and is about to leave once more.
     *
     * @throws IOException when they could not be kept: orders then do not go, cancels do
     */
    void intents(List<WriteIntent> intents) throws IOException;

    /**
     * Keeps what became of the intent; {@link Outcome.Unknown} leaves it open. One that was held back before it was kept comes here
     * alone, with {@link Outcome.NotSent}.
     */
    void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException;

    /** Returns the intents without a final outcome, oldest first: those of an earlier run are asked for before the first write. */
    List<Open> open();

    /**
     * An intent without a final outcome.
     *
     * @param intent the write
     * @param doubt what was last said about it; null when the run ended before anything was
     */
    record Open(WriteIntent intent, Outcome.@Nullable Unknown<?> doubt) {}

    /** Returns a journal that lives and dies with the process. */
    static MemoryJournal inMemory() {
        return new MemoryJournal();
    }
}
