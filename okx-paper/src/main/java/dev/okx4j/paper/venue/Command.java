package dev.okx4j.paper.venue;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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

    /**
     * Changes the size or the price of an open order; {@code ordId} wins when both ids are given.
     *
     * @param newSz new total size, what has filled included, or null to leave it
     * @param newPx new limit price, or null to leave it
     * @param reqId up to 32 letters and digits that the answer repeats, or null
     * @param cxlOnFail whether the order is cancelled when it cannot be changed so
     * @param pxAmendType whether a price beyond the price limit is moved to the limit rather than refused
     * @param attachAlgoOrds changes of what is attached to the order
     */
    record Amend(
            String instId,
            @Nullable String ordId,
            @Nullable String clOrdId,
            @Nullable BigDecimal newSz,
            @Nullable BigDecimal newPx,
            @Nullable String reqId,
            boolean cxlOnFail,
            boolean pxAmendType,
            List<AttachedChange> attachAlgoOrds)
            implements Command {

        public Amend {
            attachAlgoOrds = attachAlgoOrds == null ? List.of() : List.copyOf(attachAlgoOrds);
        }

        /** Changes nothing that is attached to the order. */
        public Amend(
                String instId,
                @Nullable String ordId,
                @Nullable String clOrdId,
                @Nullable BigDecimal newSz,
                @Nullable BigDecimal newPx,
                @Nullable String reqId,
                boolean cxlOnFail,
                boolean pxAmendType) {
            this(instId, ordId, clOrdId, newSz, newPx, reqId, cxlOnFail, pxAmendType, List.of());
        }
    }

    /**
     * Closes a whole position at market.
     *
     * @param mgnMode cross or isolated
     * @param posSide long or short in long/short mode, null in net mode
     * @param clOrdId the owner's id of the order that closes it, or null
     * @param tag the owner's tag of that order, or null
     * @param autoCxl whether orders that wait to close it are cancelled first; else they refuse the command with 51115
     */
    record ClosePosition(
            String instId,
            TradeMode mgnMode,
            @Nullable PosSide posSide,
            @Nullable String clOrdId,
            @Nullable String tag,
            boolean autoCxl)
            implements Command {

        /** Closes a position of net mode. */
        public ClosePosition(
                String instId, TradeMode mgnMode, @Nullable String clOrdId, @Nullable String tag, boolean autoCxl) {
            this(instId, mgnMode, null, clOrdId, tag, autoCxl);
        }
    }

    /**
     * Sets, moves or stops the timer that cancels open orders; nothing but {@link CancelAll} makes it go off.
     *
     * @param tag whose orders it is about, or null for all
     * @param trigger time of the owner's clock, not the market's, at which it goes off; null stops it
     */
    record CancelAllAfter(@Nullable String tag, @Nullable Instant trigger) implements Command {}

    /**
     * Lets a timer go off: the open orders that it is about are cancelled.
     *
     * @param tag the tag that the timer was set for; empty when it is the one of the whole account
     * @param trigger what the timer was set to
     */
    record CancelAll(String tag, Instant trigger) implements Command {}

    /**
     * Cancels all orders of a family of options that are under market-maker protection, and takes no new ones for a while.
     *
     * @param lockInterval how long of market time no new ones are taken; zero lifts what an earlier command has locked
     */
    record MassCancel(String instFamily, Duration lockInterval) implements Command {}

    /**
     * Sets market-maker protection of a family of options; what has filled until now does not count.
     *
     * @param timeInterval how long of market time a fill counts; zero triggers nothing
     * @param frozenInterval for how long of market time nothing is taken once it was triggered; zero until a reset
     * @param qtyLimit how many contracts may not fill in that time; more than zero
     */
    record SetProtection(String instFamily, Duration timeInterval, Duration frozenInterval, BigDecimal qtyLimit)
            implements Command {}

    /** Ends the freeze after market-maker protection of a family was triggered; what has filled until now does not count. */
    record ResetProtection(String instFamily) implements Command {}

    /** Places an algo order. */
    record PlaceAlgo(AlgoTicket ticket) implements Command {}

    /** Cancels a live algo order; {@code algoId} wins when both ids are given. */
    record CancelAlgo(
            String instId,
            @Nullable String algoId,
            @Nullable String algoClOrdId) implements Command {}

    /**
     * Changes a live take-profit, stop-loss or trigger order; {@code algoId} wins when both ids are given. What is null stays.
     *
     * @param reqId up to 32 letters and digits that the answer repeats, or null
     * @param cxlOnFail whether the algo order is cancelled when it cannot be changed so
     * @param newTpTriggerPx 0 takes the take-profit away
     * @param newTpOrdPx −1 means market
     * @param newSlTriggerPx 0 takes the stop-loss away
     * @param newSlOrdPx −1 means market
     * @param newTriggerPx what a trigger order waits for
     * @param newOrdPx price of the order that a trigger order places; −1 means market
     */
    @RecordBuilder
    record AmendAlgo(
            String instId,
            @Nullable String algoId,
            @Nullable String algoClOrdId,
            @Nullable String reqId,
            boolean cxlOnFail,
            @Nullable BigDecimal newSz,
            @Nullable BigDecimal newTpTriggerPx,
            @Nullable PriceType newTpTriggerPxType,
            @Nullable BigDecimal newTpOrdPx,
            @Nullable BigDecimal newSlTriggerPx,
            @Nullable PriceType newSlTriggerPxType,
            @Nullable BigDecimal newSlOrdPx,
            @Nullable BigDecimal newTriggerPx,
            @Nullable PriceType newTriggerPxType,
            @Nullable BigDecimal newOrdPx)
            implements Command {}

    /**
     * Sets the leverage of an instrument in one margin mode.
     *
     * @param mgnMode cross or isolated; cross futures of one index share a leverage
     * @param lever at least 1 and at most the instrument's highest
     * @param posSide which isolated position of long/short mode; null in net mode and for cross
     */
    record SetLeverage(
            String instId,
            TradeMode mgnMode,
            BigDecimal lever,
            @Nullable PosSide posSide) implements Command {

        /** Sets the leverage of an instrument in net mode, or of its cross positions. */
        public SetLeverage(String instId, TradeMode mgnMode, BigDecimal lever) {
            this(instId, mgnMode, lever, null);
        }
    }

    /**
     * Moves margin between the cash and an isolated position.
     *
     * @param posSide long or short in long/short mode, null in net mode
     * @param add whether margin is added rather than taken out
     * @param amt more than zero, in the settlement currency
     */
    record AdjustMargin(String instId, @Nullable PosSide posSide, boolean add, BigDecimal amt) implements Command {}

    /** Sets whether swaps and futures have a long and a short position; refused while anything is open. */
    record SetPositionMode(boolean longShort) implements Command {}

    /** Sets the account mode: 1 spot or 2 futures; refused while anything is open, and for other modes. */
    record SetAccountLevel(String acctLv) implements Command {}

    /** Sets what the fee of a spot trade is taken in: 0 what is received, 1 always the quote currency. */
    record SetFeeType(String feeType) implements Command {}

    /** Sets what Greeks are counted in: {@code PA} coins or {@code BS} dollars. */
    record SetGreeks(String greeksType) implements Command {}

    /**
     * Gives the account more of some currencies, or less: all of them or none.
     *
     * @param adjustments amounts by currency, each more than zero
     */
    record DemoAdjust(boolean increase, Map<String, BigDecimal> adjustments) implements Command {

        public DemoAdjust {
            adjustments = Collections.unmodifiableMap(new TreeMap<>(adjustments));
        }
    }

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
     * @param past behind which ids go on, so that none is given twice; null means those of the venue that is reset
     */
    record Reset(
            @Nullable Instant start,
            Map<String, BigDecimal> balances,
            @Nullable Past past) implements Command {

        public Reset {
            balances = Collections.unmodifiableMap(new TreeMap<>(balances));
        }

        /** Begins anew behind the ids of the venue that is reset. */
        public Reset(@Nullable Instant start, Map<String, BigDecimal> balances) {
            this(start, balances, null);
        }

        /** Returns this command for a venue that knows nothing of the one that is reset. */
        public Reset after(Past given) {
            return new Reset(start, balances, given);
        }
    }

    /**
     * What was given out before a reset.
     *
     * @param id the latest id of an order, algo order, position, bill, fill or transfer
     * @param trade the highest number of a trade in any instrument
     */
    record Past(BigDecimal id, BigDecimal trade) {}

    /**
     * Adds money to the account.
     *
     * @param ccy a currency that some instrument of the feed trades, else 51012
     * @param amt more than zero
     */
    record Deposit(String ccy, BigDecimal amt) implements Command {}

    /**
     * Moves money between the owner's funding account and the trading account.
     *
     * @param ccy a currency that some instrument of the feed trades, else 51012
     * @param amt more than zero
     * @param toTrading whether it goes to the trading account rather than to the funding account
     * @param clientId up to 32 letters and digits, never used for a transfer before; or null
     */
    record Transfer(
            String ccy,
            BigDecimal amt,
            boolean toTrading,
            @Nullable String clientId) implements Command {}
}
