package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An algo order as its owner asks for it. Component names are OKX's; an order price of −1 means market.
 *
 * @param tdMode cash for spot, cross or isolated for a swap
 * @param sz size of the order that a trigger places, or of all slices together; null with {@code closeFraction}
 * @param closeFraction only 1: the whole position, whatever its size when the trigger fires
 * @param posSide long or short in long/short mode, {@code NET} or null in net mode and for spot
 * @param algoClOrdId up to 32 letters and digits, unique among live algo orders; or null
 * @param tag up to 16 letters and digits, which its order inherits; or null
 * @param tgtCcy unit of {@code sz} of a spot order; null means quote for buy, base for sell
 * @param reduceOnly whether the order it places may only close
 * @param cxlOnClosePos whether it is cancelled when its position is closed
 * @param tpTriggerPx take-profit trigger, or null without one
 * @param tpTriggerPxType price it watches; null means last
 * @param tpOrdPx price of the take-profit order, or null without one
 * @param slTriggerPx stop-loss trigger, or null without one
 * @param slTriggerPxType price it watches; null means last
 * @param slOrdPx price of the stop-loss order, or null without one
 * @param callbackRatio how far a trailing stop lets the price come back, as a fraction of the extreme
 * @param callbackSpread the same as a distance
 * @param activePx price at which a trailing stop begins to follow; null means at once
 * @param triggerPx price that a trigger order waits for, or null for another kind
 * @param triggerPxType price it watches; null means last
 * @param orderPx price of the order that a trigger order places, or null for another kind
 * @param advanceOrdType what kind of order it places; null means limit, or market by its price
 * @param amendPxOnTriggerType whether a stop-loss moves to the entry price when a take-profit beside it has triggered
 * @param slicing how an iceberg or TWAP order is cut, or null for another kind
 * @param chasing how a chase order follows the price, or null for another kind
 * @param attachAlgoOrds take-profit and stop-loss of the order that a trigger order places
 */
@RecordBuilder
public record AlgoTicket(
        String instId,
        TradeMode tdMode,
        Side side,
        AlgoType ordType,
        @Nullable BigDecimal sz,
        @Nullable BigDecimal closeFraction,
        @Nullable PosSide posSide,
        @Nullable String ccy,
        @Nullable String algoClOrdId,
        @Nullable String tag,
        @Nullable TargetCcy tgtCcy,
        boolean reduceOnly,
        boolean cxlOnClosePos,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable PriceType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable PriceType slTriggerPxType,
        @Nullable BigDecimal slOrdPx,
        @Nullable BigDecimal callbackRatio,
        @Nullable BigDecimal callbackSpread,
        @Nullable BigDecimal activePx,
        @Nullable BigDecimal triggerPx,
        @Nullable PriceType triggerPxType,
        @Nullable BigDecimal orderPx,
        @Nullable AdvanceType advanceOrdType,
        boolean amendPxOnTriggerType,
        @Nullable Slicing slicing,
        @Nullable Chasing chasing,
        List<AttachedAlgo> attachAlgoOrds) {

    public AlgoTicket {
        attachAlgoOrds = attachAlgoOrds == null ? List.of() : List.copyOf(attachAlgoOrds);
    }

    /** Returns the position side that it is about, never null. */
    public PosSide position() {
        return posSide == null ? PosSide.NET : posSide;
    }

    /** Returns whether it can only close: it says so, or it is against the side of a long or short position. */
    public boolean closes() {
        return reduceOnly
                || (posSide == PosSide.LONG && side == Side.SELL)
                || (posSide == PosSide.SHORT && side == Side.BUY);
    }

    /**
     * How a large order is cut.
     *
     * @param szLimit size of a slice
     * @param pxLimit worst price; beyond it nothing is placed
     * @param pxVar distance of a slice from the best price, as a fraction of it; or null
     * @param pxSpread the same as a difference of prices; or null
     * @param timeInterval seconds between two slices of a TWAP order, else null
     * @param lmtOrderNumber how many slices of a smart iceberg rest at once, else null
     * @param aggressiveness how near to the best price those rest, else null
     */
    public record Slicing(
            BigDecimal szLimit,
            BigDecimal pxLimit,
            @Nullable BigDecimal pxVar,
            @Nullable BigDecimal pxSpread,
            @Nullable BigDecimal timeInterval,
            @Nullable BigDecimal lmtOrderNumber,
            @Nullable Aggressiveness aggressiveness) {}

    /**
     * How an order follows the best price of its side.
     *
     * @param chaseVal how far behind the best price it stays
     * @param maxChaseType unit of {@code maxChaseVal}, or null with it
     * @param maxChaseVal how far the best price may go from where it was before the order gives up; null means any
     */
    public record Chasing(
            ChaseType chaseType,
            BigDecimal chaseVal,
            @Nullable ChaseType maxChaseType,
            @Nullable BigDecimal maxChaseVal) {

        /** Stays at the best price, however far that goes. */
        public static final Chasing AT_BEST = new Chasing(ChaseType.DISTANCE, BigDecimal.ZERO, null, null);
    }
}
