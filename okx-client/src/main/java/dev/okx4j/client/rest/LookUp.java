package dev.okx4j.client.rest;

import dev.okx4j.client.intent.WriteIntent;

/**
 * Finds out, by reading and never by sending, what became of a write whose answer was lost.
 *
 * @param <A> the acknowledgement of the write
 */
public interface LookUp<A> {
    /**
     * Returns what OKX shows of the write at this moment.
     *
     * @throws dev.okx4j.client.error.OkxException when OKX could not be asked
     */
    Sight<A> look(Rest rest, WriteIntent intent);

    /**
     * Returns whether the fills and the history since the write hold nothing of it. It is asked once the write is missing for
     * longer than it could have been on its way; false where OKX keeps no such history, so that silence is never a proof.
     *
     * @throws dev.okx4j.client.error.OkxException when OKX could not be asked
     */
    boolean leftNoTrace(Rest rest, WriteIntent intent);

    /**
     * Returns what the history shows of the write, where OKX keeps what is over. It is asked when there is a trace of the write, and
     * nothing else to be seen of it.
     *
     * @throws dev.okx4j.client.error.OkxException when OKX could not be asked
     */
    default Sight<A> lookBack(Rest rest, WriteIntent intent) {
        return new Sight.Missing<>();
    }
}
