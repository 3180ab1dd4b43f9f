package dev.okx4j.client.stream;

/**
 * A topic that is being listened to, until it is closed.
 *
 * @param <E> a row of the channel
 */
public interface Subscription<E> extends AutoCloseable {
    /** Returns what is subscribed to. */
    Topic<E> topic();

    /** Returns how far what was delivered can be believed at this moment. */
    Standing standing();

    /** Ends the subscription; nothing is delivered after this returns. */
    @Override
    void close();
}
