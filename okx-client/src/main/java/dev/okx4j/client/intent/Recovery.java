package dev.okx4j.client.intent;

import java.time.Duration;
import java.util.List;

/** Watches over the writes whose outcome is open: those of this client, and those that an earlier run left in the journal. */
public interface Recovery {
    /**
     * Returns whether writes of an earlier run are still being looked up; until that is over only cancels go. A client that
     * recovers in the background begins with it at the first write, or when this is asked.
     */
    boolean recovering();

    /** Returns the writes in doubt, oldest first; each says in its {@link Outcome.Unknown#nextStep} what to do. */
    List<IntentJournal.Open> open();

    /**
     * Looks writes up as they become due, on the calling thread, and returns when the budget is spent, or earlier when nothing is
     * left but what a person has to decide.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void work(Duration budget) throws InterruptedException;

    /**
     * Ends a doubt by the word of a person, which the journal keeps.
     *
     * @param tookEffect whether the write took effect at OKX
     * @param by who says so
     * @throws IllegalArgumentException when no such write is in doubt, or nobody is named
     * @throws java.io.UncheckedIOException when the journal did not take it; the doubt then stands
     */
    void settle(String intentId, boolean tookEffect, String by);
}
