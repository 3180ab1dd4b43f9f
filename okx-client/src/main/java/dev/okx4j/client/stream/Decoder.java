package dev.okx4j.client.stream;

/**
 * Makes the update of a frame.
 *
 * @param <E> a row of the channel
 */
@FunctionalInterface
interface Decoder<E> {
    /**
     * Returns what a push frame says.
     *
     * @param topic whose push it is: the frame's {@code arg} has been matched already
     * @throws dev.okx4j.client.json.JsonException if it is not what the channel promises
     */
    Update<E> decode(Topic<E> topic, String frame);
}
