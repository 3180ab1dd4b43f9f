package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to the account, in order. */
public sealed interface VenueEvent {

    /** Returns the market time at which it happened. */
    Instant ts();

    /** Returns the instrument it concerns. */
    String instId();

    /** A part of an order was filled. */
    record Filled(FillView fill) implements VenueEvent {
        @Override
        public Instant ts() {
            return fill.ts();
        }

        @Override
        public String instId() {
            return fill.instId();
        }
    }

    /**
     * An order is new, was changed, filled in part or ended; told to those who watch only.
     *
     * @param order the order after it
     * @param fill the fill that did it, or null
     * @param amendment what an amendment did to it, or null when it was not amended
     */
    record OrderChanged(
            OrderView order,
            @Nullable FillView fill,
            @Nullable Amendment amendment) implements VenueEvent {
        @Override
        public Instant ts() {
            return order.uTime();
        }

        @Override
        public String instId() {
            return order.instId();
        }
    }

    /**
     * How an order was amended.
     *
     * @param reqId the owner's id of the change, or empty
     * @param result OKX's {@code amendResult}: 0 changed, 1 cancelled because it could not be
     */
    record Amendment(String reqId, String result) {}

    /**
     * A trade on the market that everybody can see; told to those who watch only.
     *
     * @param side the side of the taker
     * @param own whether the account is a party to it
     */
    record Traded(Instant ts, String instId, String tradeId, BigDecimal px, BigDecimal sz, Side side, boolean own)
            implements VenueEvent {}

    /** Market time has come to an event about an instrument or an index; told to those who watch only. */
    record Priced(Instant ts, String instId) implements VenueEvent {}

    /** An order ended without being filled whole; {@code cancelSource} is OKX's number. */
    record OrderCanceled(Instant ts, String instId, String ordId, String cancelSource) implements VenueEvent {}

    /**
     * An algo order's trigger price was reached.
     *
     * @param what {@code tp}, {@code sl} or {@code move_order_stop}
     * @param triggerPx the price that was waited for
     * @param px the price that triggered it
     * @param ordId the order that was placed, or null when placing it failed
     * @param failCode why placing failed, or null
     */
    record AlgoTriggered(
            Instant ts,
            String instId,
            String algoId,
            String what,
            BigDecimal triggerPx,
            BigDecimal px,
            @Nullable String ordId,
            @Nullable String failCode)
            implements VenueEvent {}

    /**
     * An attached algo order came alive because its parent order has filled.
     *
     * @param ordId the parent order
     */
    record AlgoAttached(Instant ts, String instId, String algoId, String ordId) implements VenueEvent {}

    /** An algo order ended because its position was closed. */
    record AlgoCanceled(Instant ts, String instId, String algoId) implements VenueEvent {}

    /**
     * Funding was paid (negative amount) or received on a position.
     *
     * @param rate funding rate: positive means longs pay
     * @param amount change of the account's money in {@code ccy}
     */
    record Funded(Instant ts, String instId, BigDecimal rate, BigDecimal amount, String ccy) implements VenueEvent {}

    /**
     * A position was settled by the exchange because its contract has ended.
     *
     * @param px settlement price
     * @param pos contracts settled, negative when it was short
     */
    record Delivered(Instant ts, String instId, TradeMode mgnMode, BigDecimal px, BigDecimal pos)
            implements VenueEvent {}

    /**
     * A position was reduced or closed by the exchange because its margin no longer sufficed.
     *
     * @param markPx mark price at which the margin no longer sufficed
     * @param pos contracts closed, negative when it was short
     */
    record Liquidated(Instant ts, String instId, TradeMode mgnMode, BigDecimal markPx, BigDecimal pos)
            implements VenueEvent {}
}
