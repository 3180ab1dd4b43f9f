package dev.okx4j.client.trade;

import dev.okx4j.client.model.ExecType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.PxType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.StpMode;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order and what has become of it.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param tgtCcy whether the size of a spot market order is in base or in quote currency
 * @param ccy the margin currency
 * @param ordId OKX's id of the order
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 * @param tag the caller's tag, up to 16 letters and digits
 * @param px the limit price
 * @param pxUsd the option price in US dollars
 * @param pxVol the option price as implied volatility
 * @param pxType how an option is priced: px, pxVol or pxUsd
 * @param sz the size: contracts for derivatives, else base currency, or as tgtCcy says
 * @param pnl the profit or loss of what the order closed, before fees
 * @param ordType how the order meets the book
 * @param side buy or sell
 * @param posSide which position is meant; net where there is one per instrument
 * @param tdMode how the order is margined
 * @param accFillSz the size filled so far
 * @param fillPx the price of the latest fill
 * @param tradeId the id of the latest trade
 * @param fillSz the size of the latest fill
 * @param fillTime when the latest fill happened
 * @param avgPx the average price of all fills
 * @param state how far it has come
 * @param stpId the old self-trade-prevention group; no longer used
 * @param stpMode which of one's own two orders goes when they would trade with each other
 * @param lever the leverage
 * @param attachAlgoClOrdId the caller's own id of the attached stop
 * @param tpTriggerPx the price that sets off the take-profit
 * @param tpTriggerPxType which price sets off the take-profit
 * @param tpOrdPx the price of the take-profit order; -1 is a market order
 * @param slTriggerPx the price that sets off the stop-loss
 * @param slTriggerPxType which price sets off the stop-loss
 * @param slOrdPx the price of the stop-loss order; -1 is a market order
 * @param attachAlgoOrds the stops attached to the order
 * @param linkedAlgoOrd the stop-loss that a take-profit limit order belongs to
 * @param feeCcy the currency of the fee
 * @param fee the fee: negative was paid, positive was received
 * @param rebateCcy the currency of the rebate
 * @param rebate the rebate received as a maker, or the fee paid as one on spot
 * @param source OKX's number for what created the order: 6 a trigger order, 7 a stop, 13 an algo, 25 a trailing stop, 34 a chase
 * @param category OKX's word for why the order exists: normal, twap, adl, full_liquidation, delivery and others
 * @param reduceOnly whether it may only shrink a position
 * @param isTpLimit whether it is a take-profit limit order
 * @param cancelSource OKX's number for who or what cancelled the order
 * @param cancelSourceReason OKX's words for why it was cancelled
 * @param quickMgnType the old quick margin mode; no longer used
 * @param algoClOrdId the caller's own id of the algo order: 1 to 32 letters and digits
 * @param algoId OKX's id of the algo order
 * @param uTime when it last changed
 * @param cTime when it was created
 * @param tradeQuoteCcy the quote currency that the trade settles in
 * @param outcome the side of an event contract: yes or no
 * @param notionalUsd the notional value, in US dollars; in pushes only
 * @param fillPnl the profit or loss of what the latest fill closed, before fees; in pushes only
 * @param fillFee the fee of the latest fill: negative was paid, positive was received; in pushes only
 * @param fillFeeCcy the currency of that fee; in pushes only
 * @param fillPxVol the latest fill as implied volatility, for options; in pushes only
 * @param fillPxUsd the latest fill in US dollars, for options; in pushes only
 * @param fillMarkVol the mark volatility at the time of the latest fill, for options; in pushes only
 * @param fillFwdPx the forward price at the time of the latest fill, for options; in pushes only
 * @param fillMarkPx the mark price at the time of the latest fill; in pushes only
 * @param fillIdxPx the index price at the time of the latest fill; in pushes only
 * @param execType whether the latest fill took liquidity or made it; in pushes only
 * @param fillNotionalUsd the value of what was filled, in US dollars; in pushes only
 * @param amendSource OKX's number for who or what amended the order; in pushes only
 * @param reqId the caller's own id of the amendment that the push is about; in pushes only
 * @param amendResult what became of it: 0 done, -1 failed, 1 the order was cancelled in its stead, 2 done by OKX of its own accord; in pushes only
 * @param lastPx the last traded price; in pushes only
 * @param code OKX's code of why something failed, 0 when nothing did; in pushes only
 * @param msg OKX's words for it; in pushes only
 */
@RecordBuilder
public record Order(
        InstType instType,
        String instId,
        @Nullable TgtCcy tgtCcy,
        @Nullable String ccy,
        String ordId,
        @Nullable String clOrdId,
        @Nullable String tag,
        @Nullable BigDecimal px,
        @Nullable BigDecimal pxUsd,
        @Nullable BigDecimal pxVol,
        @Nullable String pxType,
        @Nullable BigDecimal sz,
        @Nullable BigDecimal pnl,
        OrdType ordType,
        Side side,
        @Nullable PosSide posSide,
        TdMode tdMode,
        @Nullable BigDecimal accFillSz,
        @Nullable BigDecimal fillPx,
        @Nullable String tradeId,
        @Nullable BigDecimal fillSz,
        @Nullable Instant fillTime,
        @Nullable BigDecimal avgPx,
        OrderState state,
        @Nullable String stpId,
        @Nullable StpMode stpMode,
        @Nullable BigDecimal lever,
        @Nullable String attachAlgoClOrdId,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable PxType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable PxType slTriggerPxType,
        @Nullable BigDecimal slOrdPx,
        @Nullable List<AttachedAlgo> attachAlgoOrds,
        @Nullable LinkedAlgo linkedAlgoOrd,
        @Nullable String feeCcy,
        @Nullable BigDecimal fee,
        @Nullable String rebateCcy,
        @Nullable BigDecimal rebate,
        @Nullable String source,
        @Nullable String category,
        @Nullable Boolean reduceOnly,
        @Nullable Boolean isTpLimit,
        @Nullable String cancelSource,
        @Nullable String cancelSourceReason,
        @Nullable String quickMgnType,
        @Nullable String algoClOrdId,
        @Nullable String algoId,
        @Nullable Instant uTime,
        @Nullable Instant cTime,
        @Nullable String tradeQuoteCcy,
        @Nullable String outcome,
        @Nullable BigDecimal notionalUsd,
        @Nullable BigDecimal fillPnl,
        @Nullable BigDecimal fillFee,
        @Nullable String fillFeeCcy,
        @Nullable BigDecimal fillPxVol,
        @Nullable BigDecimal fillPxUsd,
        @Nullable BigDecimal fillMarkVol,
        @Nullable BigDecimal fillFwdPx,
        @Nullable BigDecimal fillMarkPx,
        @Nullable BigDecimal fillIdxPx,
        @Nullable ExecType execType,
        @Nullable BigDecimal fillNotionalUsd,
        @Nullable String amendSource,
        @Nullable String reqId,
        @Nullable String amendResult,
        @Nullable BigDecimal lastPx,
        @Nullable String code,
        @Nullable String msg) {}
