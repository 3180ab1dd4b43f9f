package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Outcome;
import java.time.Duration;

/**
 * What one look at the exchange shows of a write whose answer was lost.
 *
 * @param <A> the acknowledgement of the write
 */
public sealed interface Sight<A> {
    /**
     * The write is seen, and so is what became of it.
     *
     * @param outcome what became of it, for good
     */
    record Decided<A>(Outcome<A> outcome) implements Sight<A> {}

    /**
     * Nothing is left of what the write was to end, whoever has ended it. That decides it once nothing could still be on its way into
     * view.
     *
     * @param outcome what then became of it, for good
     * @param after for how long the write has to be known until it does
     */
    record Gone<A>(Outcome<A> outcome, Duration after) implements Sight<A> {}

    /** OKX answered, and shows nothing of the write. That alone proves nothing: it may become visible yet. */
    record Missing<A>() implements Sight<A> {}

    /** OKX shows something that decides nothing yet, such as an order that is still live after its cancel. */
    record Pending<A>() implements Sight<A> {}
}
