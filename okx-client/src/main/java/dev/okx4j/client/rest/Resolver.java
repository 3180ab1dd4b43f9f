package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Outcome.NotSent.Cause;
import dev.okx4j.client.intent.WriteIntent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches over the writes in doubt: what may go meanwhile, and what became of them. */
public interface Resolver {
    /** Returns why the write has to wait for others that are in doubt, or null when it need not. */
    @Nullable
    Hold hold(Rest rest, WriteIntent intent);

    /**
     * Returns what became of the writes, in their order, and keeps it in the journal. What the time is too short for is unknown, and
     * looked up further after this returns.
     *
     * @param spent how long the call that wrote them has taken so far
     * @param total how long it may take in all
     */
    <A> List<Outcome<A>> resolve(
            Rest rest, Endpoint<A> endpoint, List<Doubt<A>> doubts, Duration spent, Duration total);

    /**
     * Why a write has to wait.
     *
     * @param cause why, for a program
     * @param reason why, as a sentence
     */
    record Hold(Cause cause, String reason) {}
}
