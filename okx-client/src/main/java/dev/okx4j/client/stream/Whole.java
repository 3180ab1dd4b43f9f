package dev.okx4j.client.stream;

import dev.okx4j.client.stream.event.BalanceAndPosition;
import dev.okx4j.client.stream.event.BalanceEvent;
import java.util.List;

/**
 * How a frame says whether its rows are all there is.
 *
 * @param <E> a row of the channel
 */
@FunctionalInterface
interface Whole<E> {
    /** They never are, or the frame does not say. */
    Whole<Object> NEVER = (said, rows) -> false;

    /** They always are. */
    Whole<Object> ALWAYS = (said, rows) -> true;

    /** They are when {@code eventType} beside the rows says so. */
    Whole<Object> BY_EVENT_TYPE = (said, rows) -> said;

    /** They are when the first row says so. */
    Whole<BalanceAndPosition> BY_FIRST_ROW =
            (said, rows) -> !rows.isEmpty() && rows.get(0).eventType() == BalanceEvent.snapshot;

    /**
     * Returns whether the rows are all there is.
     *
     * @param said whether the frame has {@code "eventType":"snapshot"} beside its rows
     */
    boolean test(boolean said, List<? extends E> rows);
}
