package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

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

    /** The algo order was accepted. */
    record AlgoPlaced(String algoId, String algoClOrdId, String tag) implements Reply {}

    /** The algo order was cancelled. */
    record AlgoCancelled(String algoId, String algoClOrdId) implements Reply {}

    /** The leverage is set. */
    record LeverageSet(String instId, TradeMode mgnMode, BigDecimal lever) implements Reply {}

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
