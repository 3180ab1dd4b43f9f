package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to one command. Ids are never null; a client id that was not given is empty. */
public sealed interface Reply {

    /**
     * The order was accepted; what became of it is in the events and in the order itself.
     *
     * @param tag the owner's tag, or empty
     * @param ts market time
     * @param events what happened at once: fills, and the end of an order that does not rest
     */
    record Placed(String ordId, String clOrdId, String tag, Instant ts, List<VenueEvent> events) implements Reply {}

    /** The order was cancelled. */
    record Cancelled(String ordId, String clOrdId, Instant ts) implements Reply {}

    /**
     * The order was changed; or it could not be, and was cancelled because the command had asked for that.
     *
     * @param reqId the owner's id of the change, or empty
     * @param failure why it was cancelled rather than changed, or null
     * @param events what happened at once
     */
    record Amended(
            String ordId,
            String clOrdId,
            String reqId,
            Instant ts,
            @Nullable Refusal failure,
            List<VenueEvent> events) implements Reply {}

    /** The closing order was accepted; how much of the position it has closed is in the order. */
    record Closed(String instId, PosSide posSide, String ordId, String clOrdId, String tag) implements Reply {}

    /** The timer is set to {@code trigger}, or stopped when that is null. */
    record TimerSet(String tag, @Nullable Instant trigger) implements Reply {}

    /** The timer has gone off; these orders were cancelled. */
    record AllCancelled(String tag, List<String> ordIds) implements Reply {}

    /** The orders of the family that were under market-maker protection were cancelled. */
    record MassCancelled(String instFamily, List<String> ordIds) implements Reply {}

    /** Market-maker protection of a family is set so. */
    record ProtectionSet(ProtectionView protection) implements Reply {}

    /** A family is not frozen, whether or not it was. */
    record ProtectionReset(String instFamily) implements Reply {}

    /** The algo order was accepted. */
    record AlgoPlaced(String algoId, String algoClOrdId, String tag) implements Reply {}

    /** The algo order was cancelled. */
    record AlgoCancelled(String algoId, String algoClOrdId) implements Reply {}

    /**
     * The algo order was changed; or it could not be, and was cancelled because the command had asked for that.
     *
     * @param failure why it was cancelled rather than changed, or null
     */
    record AlgoAmended(
            String algoId,
            String algoClOrdId,
            String reqId,
            @Nullable Refusal failure) implements Reply {}

    /** The leverage is set. */
    record LeverageSet(
            String instId,
            TradeMode mgnMode,
            BigDecimal lever,
            @Nullable PosSide posSide) implements Reply {}

    /**
     * Margin has moved between the cash and a position.
     *
     * @param amt what has moved, more than zero
     * @param lever what the position is worth at its mark price over its margin, to two decimals
     */
    record MarginAdjusted(String instId, PosSide posSide, boolean added, BigDecimal amt, BigDecimal lever, String ccy)
            implements Reply {}

    /** The account is set up so. */
    record AccountSet(AccountConfig config) implements Reply {}

    /**
     * The balances have been given or taken.
     *
     * @param remaining how many more times the account may be given something today
     * @param balances balances afterwards, of the currencies that were adjusted
     */
    record DemoAdjusted(int remaining, Map<String, BigDecimal> adjustments, Map<String, BigDecimal> balances)
            implements Reply {}

    /**
     * Market time has run.
     *
     * @param now market time reached
     * @param events everything that happened on the way, in order
     */
    record Advanced(Instant now, Stop stopped, List<VenueEvent> events) implements Reply {}

    /** The account is new again. */
    record WasReset(Instant now) implements Reply {}

    /**
     * The money has arrived.
     *
     * @param billId the bill of the transfer
     */
    record Deposited(String ccy, BigDecimal amt, String billId) implements Reply {}

    /** The money has moved. */
    record Transferred(TransferView transfer) implements Reply {}

    /** The command was refused and changed nothing. */
    record Refused(Refusal refusal) implements Reply {}

    /** Why market time stopped running. */
    enum Stop {
        /** Market time is where it was asked to go. */
        TARGET,
        /** An order has filled; the leg on which it did may be half walked. */
        FILL,
        /** The data end before the moment that was asked for. */
        END_OF_DATA;

        /** Returns the words for it: {@code target}, {@code fill} or {@code end of data}. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }
}
