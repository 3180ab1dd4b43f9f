package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds out what became of a write whose answer was lost, by looking and never by sending it again. */
@FunctionalInterface
public interface Resolver {
    /**
     * Returns what became of the write, or null when that was not to be seen in time.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    <A> @Nullable Outcome<A> resolve(Rest rest, LookUp<A> lookUp, WriteIntent intent, Duration budget)
            throws InterruptedException;
}
