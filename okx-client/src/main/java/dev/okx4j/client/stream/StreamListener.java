package dev.okx4j.client.stream;

/**
 * Hears what a subscription delivers, one call at a time and in order.
 *
 * <p>It is called on a thread of its own: blocking or throwing harms this subscription alone. One that throws a hundred times in
 * a row is unsubscribed.
 *
 * @param <E> a row of the channel
 */
@FunctionalInterface
public interface StreamListener<E> {
    /** Hears of one push. */
    void onUpdate(Update<E> update);

    /** Hears that what was delivered can be believed again, or no longer; called in order with the updates around it. */
    default void onStanding(Standing standing) {}
}
