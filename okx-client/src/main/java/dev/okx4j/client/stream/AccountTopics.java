package dev.okx4j.client.stream;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.stream.event.BalanceAndPosition;

/**
 * The three channels that tell what an account holds.
 *
 * @param account all currencies
 * @param positions all positions
 * @param balanceAndPosition both, as events change them
 */
record AccountTopics(
        Topic<AccountBalance> account, Topic<Position> positions, Topic<BalanceAndPosition> balanceAndPosition) {
    /** Returns the topics of the whole account. */
    static AccountTopics all() {
        return new AccountTopics(
                Channels.ACCOUNT.of(), Channels.POSITIONS.of("ANY"), Channels.BALANCE_AND_POSITION.of());
    }
}
