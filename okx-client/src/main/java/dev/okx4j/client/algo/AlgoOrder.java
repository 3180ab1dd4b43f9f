package dev.okx4j.client.algo;

import dev.okx4j.client.model.AlgoState;
import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.PxType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An algo order and what has become of it.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ccy the margin currency
 * @param ordId the latest order that it placed
 * @param ordIdList the orders that it placed
 * @param subAlgoIdList the algo orders that it placed
 * @param algoId OKX's id of the algo order
 * @param clOrdId the old client id; see algoClOrdId
 * @param sz the size: contracts for derivatives, else base currency, or as tgtCcy says
 * @param closeFraction the part of the position that is closed; 1 is all of it
 * @param ordType the kind of algo order; OKX documents none for the channel algo-advance
 * @param side buy or sell
 * @param posSide which position is meant; net where there is one per instrument
 * @param tdMode how the order is margined
 * @param tgtCcy whether the size of a spot market order is in base or in quote currency
 * @param state how far it has come
 * @param lever the leverage
 * @param tpTriggerPx the price that sets off the take-profit
 * @param tpTriggerPxType which price sets off the take-profit
 * @param tpOrdPx the price of the take-profit order; -1 is a market order
 * @param slTriggerPx the price that sets off the stop-loss
 * @param slTriggerPxType which price sets off the stop-loss
 * @param slOrdPx the price of the stop-loss order; -1 is a market order
 * @param triggerPx the price that sets it off
 * @param triggerPxType which price sets it off
 * @param ordPx the price of the order it places; -1 is a market order
 * @param advanceOrdType how the order it places behaves: fok, ioc or chase
 * @param advChaseParams how the order it places chases the price
 * @param actualSz the size that it placed
 * @param tag the caller's tag, up to 16 letters and digits
 * @param actualPx the price that it placed
 * @param actualSide what was set off: tp or sl
 * @param triggerTime when it was set off
 * @param pxVar the price variance as a ratio
 * @param pxSpread the price variance as a difference
 * @param szLimit the size of each part
 * @param pxLimit the worst price it accepts
 * @param lmtOrderNumber how many limit orders it splits into
 * @param aggressiveness how eagerly it trades: radical, mid or conservative
 * @param triggerParams what starts it
 * @param timeInterval the seconds between parts
 * @param callbackRatio the distance of a trailing stop as a ratio; 0.05 is 5 %
 * @param callbackSpread the distance of a trailing stop as a price difference
 * @param activePx the price at which a trailing stop starts to follow
 * @param moveTriggerPx the price at which a trailing stop fires now
 * @param reduceOnly whether it may only shrink a position
 * @param quickMgnType the old quick margin mode; no longer used
 * @param last the last price when it was placed
 * @param failCode OKX's code of why it failed
 * @param algoClOrdId the caller's own id of the algo order: 1 to 32 letters and digits
 * @param amendPxOnTriggerType 1 when the stop-loss moves to the entry price once the first take-profit fills, else 0
 * @param attachAlgoOrds the stops attached to the order
 * @param linkedOrd the take-profit limit order that belongs to it
 * @param cTime when it was created
 * @param uTime when it last changed
 * @param isTradeBorrowMode whether it borrows what it needs
 * @param chaseType the unit of the chase distance: distance or ratio
 * @param chaseVal the chase distance from the best price
 * @param maxChaseType the unit of the largest chase distance: distance or ratio
 * @param maxChaseVal the largest distance the chase follows
 * @param tradeQuoteCcy the quote currency that the trade settles in
 * @param notionalUsd the notional value, in US dollars; in pushes only
 * @param reqId the caller's own id of the amendment that the push is about; in pushes only
 * @param amendResult what became of it: 0 done, -1 failed; in pushes only
 * @param count how many orders it has placed; in pushes of algo-advance only
 * @param pTime when OKX made the statement; in pushes of algo-advance only
 */
public record AlgoOrder(
        InstType instType,
        String instId,
        @Nullable String ccy,
        @Nullable String ordId,
        @Nullable List<String> ordIdList,
        @Nullable List<String> subAlgoIdList,
        String algoId,
        @Nullable String clOrdId,
        @Nullable BigDecimal sz,
        @Nullable BigDecimal closeFraction,
        @Nullable AlgoType ordType,
        Side side,
        @Nullable PosSide posSide,
        @Nullable TdMode tdMode,
        @Nullable TgtCcy tgtCcy,
        AlgoState state,
        @Nullable BigDecimal lever,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable PxType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable PxType slTriggerPxType,
        @Nullable BigDecimal slOrdPx,
        @Nullable BigDecimal triggerPx,
        @Nullable PxType triggerPxType,
        @Nullable BigDecimal ordPx,
        @Nullable String advanceOrdType,
        @Nullable List<ChaseParams> advChaseParams,
        @Nullable BigDecimal actualSz,
        @Nullable String tag,
        @Nullable BigDecimal actualPx,
        @Nullable String actualSide,
        @Nullable Instant triggerTime,
        @Nullable BigDecimal pxVar,
        @Nullable BigDecimal pxSpread,
        @Nullable BigDecimal szLimit,
        @Nullable BigDecimal pxLimit,
        @Nullable BigDecimal lmtOrderNumber,
        @Nullable String aggressiveness,
        @Nullable List<TriggerParams> triggerParams,
        @Nullable BigDecimal timeInterval,
        @Nullable BigDecimal callbackRatio,
        @Nullable BigDecimal callbackSpread,
        @Nullable BigDecimal activePx,
        @Nullable BigDecimal moveTriggerPx,
        @Nullable Boolean reduceOnly,
        @Nullable String quickMgnType,
        @Nullable BigDecimal last,
        @Nullable String failCode,
        @Nullable String algoClOrdId,
        @Nullable String amendPxOnTriggerType,
        @Nullable List<AttachedAlgo> attachAlgoOrds,
        @Nullable LinkedOrder linkedOrd,
        @Nullable Instant cTime,
        @Nullable Instant uTime,
        @Nullable Boolean isTradeBorrowMode,
        @Nullable String chaseType,
        @Nullable BigDecimal chaseVal,
        @Nullable String maxChaseType,
        @Nullable BigDecimal maxChaseVal,
        @Nullable String tradeQuoteCcy,
        @Nullable BigDecimal notionalUsd,
        @Nullable String reqId,
        @Nullable String amendResult,
        @Nullable Integer count,
        @Nullable Instant pTime) {}
