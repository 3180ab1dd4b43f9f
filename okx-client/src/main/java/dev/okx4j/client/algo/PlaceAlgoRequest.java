package dev.okx4j.client.algo;

import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.PxType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An algo order to place; which components it needs depends on its type.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param tdMode how the order is margined
 * @param ccy the margin currency
 * @param side buy or sell
 * @param posSide which position is meant; net where there is one per instrument
 * @param ordType the kind of algo order
 * @param sz the size; absent with closeFraction
 * @param tag the caller's tag, up to 16 letters and digits
 * @param tgtCcy whether the size of a spot market order is in base or in quote currency
 * @param algoClOrdId the caller's own id of the algo order: 1 to 32 letters and digits
 * @param closeFraction the part of the position that is closed; 1 is all of it
 * @param tradeQuoteCcy the quote currency that the trade settles in
 * @param tpTriggerPx the price that sets off the take-profit
 * @param tpTriggerPxType which price sets off the take-profit
 * @param tpOrdPx the price of the take-profit order; -1 is a market order
 * @param tpOrdKind whether the take-profit waits for its trigger (condition) or rests in the book (limit)
 * @param slTriggerPx the price that sets off the stop-loss
 * @param slTriggerPxType which price sets off the stop-loss
 * @param slOrdPx the price of the stop-loss order; -1 is a market order
 * @param cxlOnClosePos whether it goes when the position is closed
 * @param reduceOnly whether it may only shrink a position
 * @param chaseType the unit of the chase distance: distance or ratio
 * @param chaseVal the chase distance from the best price
 * @param maxChaseType the unit of the largest chase distance: distance or ratio
 * @param maxChaseVal the largest distance the chase follows
 * @param triggerPx the price that sets it off
 * @param orderPx the price of the order it places; -1 is a market order
 * @param advanceOrdType how the order it places behaves: fok, ioc or chase
 * @param advChaseParams how the order it places chases the price
 * @param triggerPxType which price sets it off
 * @param attachAlgoOrds the stops attached to the order
 * @param callbackRatio the distance of a trailing stop as a ratio; 0.05 is 5 %
 * @param callbackSpread the distance of a trailing stop as a price difference
 * @param activePx the price at which a trailing stop starts to follow
 * @param pxVar the price variance as a ratio
 * @param pxSpread the price variance as a difference
 * @param szLimit the size of each part
 * @param pxLimit the worst price it accepts
 * @param timeInterval the seconds between parts
 * @param lmtOrderNumber how many limit orders it splits into
 * @param aggressiveness how eagerly it trades: radical, mid or conservative
 * @param triggerParams what starts it
 */
@RecordBuilder
public record PlaceAlgoRequest(
        String instId,
        TdMode tdMode,
        @Nullable String ccy,
        Side side,
        @Nullable PosSide posSide,
        AlgoType ordType,
        @Nullable BigDecimal sz,
        @Nullable String tag,
        @Nullable TgtCcy tgtCcy,
        @Nullable String algoClOrdId,
        @Nullable BigDecimal closeFraction,
        @Nullable String tradeQuoteCcy,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable PxType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable String tpOrdKind,
        @Nullable BigDecimal slTriggerPx,
        @Nullable PxType slTriggerPxType,
        @Nullable BigDecimal slOrdPx,
        @Nullable Boolean cxlOnClosePos,
        @Nullable Boolean reduceOnly,
        @Nullable String chaseType,
        @Nullable BigDecimal chaseVal,
        @Nullable String maxChaseType,
        @Nullable BigDecimal maxChaseVal,
        @Nullable BigDecimal triggerPx,
        @Nullable BigDecimal orderPx,
        @Nullable String advanceOrdType,
        @Nullable List<ChaseParams> advChaseParams,
        @Nullable PxType triggerPxType,
        @Nullable List<AttachedAlgo> attachAlgoOrds,
        @Nullable BigDecimal callbackRatio,
        @Nullable BigDecimal callbackSpread,
        @Nullable BigDecimal activePx,
        @Nullable BigDecimal pxVar,
        @Nullable BigDecimal pxSpread,
        @Nullable BigDecimal szLimit,
        @Nullable BigDecimal pxLimit,
        @Nullable BigDecimal timeInterval,
        @Nullable BigDecimal lmtOrderNumber,
        @Nullable String aggressiveness,
        @Nullable List<TriggerParams> triggerParams) {
    public PlaceAlgoRequest {
        Objects.requireNonNull(instId, "instId");
        Objects.requireNonNull(tdMode, "tdMode");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(ordType, "ordType");
    }

    /** Returns a builder without any value. */
    public static PlaceAlgoRequestBuilder builder() {
        return PlaceAlgoRequestBuilder.builder();
    }
}
