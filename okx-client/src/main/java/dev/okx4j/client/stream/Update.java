package dev.okx4j.client.stream;

import java.util.List;

/**
 * What one push said.
 *
 * @param <E> a row of the channel
 * @param topic what was subscribed to
 * @param rows the rows, in OKX's order; immutable
 * @param snapshot whether the rows are all there is, and not a change to what was pushed before
 * @param more whether further pages of the same snapshot follow
 */
public record Update<E>(Topic<E> topic, List<E> rows, boolean snapshot, boolean more) {}
