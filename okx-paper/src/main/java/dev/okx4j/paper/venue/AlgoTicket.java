package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An algo order as its owner asks for it. Component names are OKX's; an order price of −1 means market.
 *
 * @param tdMode cash for spot, cross or isolated for a swap
 * @param sz size of the order that a trigger places; null with {@code closeFraction}
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
        @Nullable BigDecimal activePx) {

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
}
