package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of a venue. Plain data: the state of a venue is its feed and the list of these. */
public sealed interface Command {

    /** Places an order. */
    record Place(OrderTicket ticket) implements Command {}

    /** Cancels an open order; {@code ordId} wins when both ids are given. */
    record Cancel(
            String instId, @Nullable String ordId, @Nullable String clOrdId) implements Command {}

    /** Places an algo order. */
    record PlaceAlgo(AlgoTicket ticket) implements Command {}

    /** Cancels a live algo order; {@code algoId} wins when both ids are given. */
    record CancelAlgo(
            String instId,
            @Nullable String algoId,
            @Nullable String algoClOrdId) implements Command {}

    /**
     * Sets the leverage of an instrument in one margin mode.
     *
     * @param mgnMode cross or isolated
     * @param lever at least 1 and at most the instrument's highest
     */
    record SetLeverage(String instId, TradeMode mgnMode, BigDecimal lever) implements Command {}

    /**
     * Lets market time run to a moment or the end of the data.
     *
     * @param to market time to reach; before the present one is refused with 51000
     * @param untilFill whether to stop as soon as one of the account's orders has filled, even inside a leg
     */
    record Advance(Instant to, boolean untilFill) implements Command {}

    /**
     * Forgets the account and begins anew at a moment with these balances; null start means the feed's begin.
     *
     * @param balances amounts by currency; none may be negative
     */
    record Reset(@Nullable Instant start, Map<String, BigDecimal> balances) implements Command {

        public Reset {
            balances = java.util.Collections.unmodifiableMap(new TreeMap<>(balances));
        }
    }

    /**
     * Adds money to the account.
     *
     * @param ccy a currency that some instrument of the feed trades, else 51012
     * @param amt more than zero
     */
    record Deposit(String ccy, BigDecimal amt) implements Command {}
}
