package dev.okx4j.client.stream;

import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;

/**
 * Hears what becomes of the orders of an account: one story, complete and in order, or a word that it is not.
 *
 * <p>It is called on a thread of its own, one call at a time: blocking or throwing harms this listener alone. One that throws a
 * hundred times in a row is no longer called, and one that falls a hundred thousand words behind begins anew after a gap.
 */
public interface OrderListener {
    /**
     * Hears that an order is new or has changed.
     *
     * <p>An order never goes back: its filled size does not fall, and what is over stays over. After an interruption the changes
     * that followed each other meanwhile come as one.
     *
     * @param order as it now is
     */
    default void onOrder(Order order) {}

    /**
     * Hears of a trade of an order: each once, and before the order that counts it in. When OKX tells of the order first, the
     * standing is STALE until the fill is found.
     *
     * @param fill what was filled; one that the orders channel told has no {@code billId} and no {@code feeRate}
     */
    default void onFill(Fill fill) {}

    /**
     * Hears that what was told can be believed again, or no longer; in order with the rest.
     *
     * @param standing how far the story can be believed from here on; its gap says that something may be missing from it for good
     */
    default void onStanding(Standing standing) {}
}
