package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, by reading, what became of a write whose answer was lost.
 *
 * @param <A> the acknowledgement of the write
 */
@FunctionalInterface
public interface LookUp<A> {
    /**
     * Returns what became of the write, or null while that is not to be seen.
     *
     * @throws dev.okx4j.client.error.OkxException when it could not be asked, or OKX knows no such order yet
     */
    @Nullable
    Outcome<A> find(Rest rest, WriteIntent intent);
}
