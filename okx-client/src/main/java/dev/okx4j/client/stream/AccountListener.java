package dev.okx4j.client.stream;

import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.Position;

/**
 * Hears what becomes of the balances and positions of an account.
 *
 * <p>They are states, of which the newest says all: what they were between two words is not told. It is called on a thread of its
 * own, one call at a time: blocking or throwing harms this listener alone. One that throws a hundred times in a row is no longer
 * called.
 */
public interface AccountListener {
    /** Hears of the balance of a currency that is new or has changed. */
    default void onBalance(BalanceDetail balance) {}

    /** Hears that the account no longer holds a currency. */
    default void onBalanceGone(String ccy) {}

    /** Hears of a position that is new or has changed. */
    default void onPosition(Position position) {}

    /**
     * Hears that a position is closed.
     *
     * @param last the push that closed it, with size 0; or the last that was known of it, when OKX just does not show it any more
     */
    default void onClosed(Position last) {}

    /** Hears that what was told can be believed again, or no longer; in order with the rest. */
    default void onStanding(Standing standing) {}
}
