package dev.okx4j.client.stream;

/**
 * Hears of a topic on the connection's own thread, under its lock: the shortest way there is, for what this project builds on
 * streams itself. It must not block, wait, call OKX, or throw.
 *
 * @param <E> a row of the channel
 */
interface Tap<E> {
    /** Hears of one push, in the order in which the connection delivers them. */
    void update(Update<E> update);

    /** Hears of a change of standing, in order with the pushes. */
    void standing(Standing standing);
}
