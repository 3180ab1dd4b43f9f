package dev.okx4j.client.account;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open position.
 *
 * @param instType the kind of instrument
 * @param mgnMode how the position is margined
 * @param posId OKX's id of the position
 * @param posSide which position is meant; net where there is one per instrument
 * @param pos the size: contracts for derivatives, negative when short in net mode
 * @param hedgedPos the size that a delta-neutral strategy has hedged
 * @param baseBal the base balance; no longer used
 * @param quoteBal the quote balance; no longer used
 * @param baseBorrowed the borrowed base amount; no longer used
 * @param baseInterest the interest on the base amount; no longer used
 * @param quoteBorrowed the borrowed quote amount; no longer used
 * @param quoteInterest the interest on the quote amount; no longer used
 * @param posCcy the currency of a margin position
 * @param availPos the size that can be closed
 * @param avgPx the average price of all fills
 * @param nonSettleAvgPx the average entry price, before daily settlements moved it
 * @param markPx the mark price
 * @param upl the unrealised profit or loss at the mark price
 * @param uplRatio the unrealised profit or loss as a ratio of the initial margin
 * @param uplLastPx the unrealised profit or loss at the last price
 * @param uplRatioLastPx the same as a ratio of the initial margin
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param lever the leverage
 * @param liqPx the estimated mark price at which it is liquidated
 * @param imr the initial margin required
 * @param margin the margin of an isolated position
 * @param mgnRatio the margin ratio; liquidation comes at 1
 * @param mmr the maintenance margin required
 * @param liab the liabilities
 * @param liabCcy the currency of the liabilities
 * @param interest the interest that has accrued
 * @param tradeId the id of the latest trade
 * @param optVal the value of an option position
 * @param pendingCloseOrdLiabVal the amount that pending orders would close, for isolated margin
 * @param notionalUsd the notional value, in US dollars
 * @param adl the place in the deleveraging queue, 0 to 5; higher goes sooner
 * @param ccy the margin currency
 * @param last the last traded price
 * @param idxPx the index price
 * @param usdPx the price of the margin currency in US dollars
 * @param bePx the price at which closing breaks even
 * @param deltaBS delta by Black-Scholes, in dollars
 * @param deltaPA delta in coins
 * @param gammaBS gamma by Black-Scholes, in dollars
 * @param gammaPA gamma in coins
 * @param thetaBS theta by Black-Scholes, in dollars
 * @param thetaPA theta in coins
 * @param vegaBS vega by Black-Scholes, in dollars
 * @param vegaPA vega in coins
 * @param spotInUseAmt the spot amount that offsets risk
 * @param spotInUseCcy the currency of that amount
 * @param clSpotInUseAmt the part of it that the user set
 * @param maxSpotInUseAmt the most spot that could offset risk
 * @param bizRefId the id that another product gave it
 * @param bizRefType which product that was
 * @param realizedPnl the realised profit or loss, fees and funding included
 * @param settledPnl the profit or loss that daily settlements paid out
 * @param pnl the profit or loss of what was closed, before fees
 * @param fee the fees so far: negative was paid
 * @param fundingFee the funding so far: negative was paid
 * @param liqPenalty the liquidation penalty so far
 * @param closeOrderAlgo the stops that close the position
 * @param cTime when it was created
 * @param uTime when it last changed
 * @param pTime when OKX made the statement
 */
public record Position(
        InstType instType,
        MgnMode mgnMode,
        String posId,
        PosSide posSide,
        BigDecimal pos,
        @Nullable BigDecimal hedgedPos,
        @Nullable BigDecimal baseBal,
        @Nullable BigDecimal quoteBal,
        @Nullable BigDecimal baseBorrowed,
        @Nullable BigDecimal baseInterest,
        @Nullable BigDecimal quoteBorrowed,
        @Nullable BigDecimal quoteInterest,
        @Nullable String posCcy,
        @Nullable BigDecimal availPos,
        @Nullable BigDecimal avgPx,
        @Nullable BigDecimal nonSettleAvgPx,
        @Nullable BigDecimal markPx,
        @Nullable BigDecimal upl,
        @Nullable BigDecimal uplRatio,
        @Nullable BigDecimal uplLastPx,
        @Nullable BigDecimal uplRatioLastPx,
        String instId,
        @Nullable BigDecimal lever,
        @Nullable BigDecimal liqPx,
        @Nullable BigDecimal imr,
        @Nullable BigDecimal margin,
        @Nullable BigDecimal mgnRatio,
        @Nullable BigDecimal mmr,
        @Nullable BigDecimal liab,
        @Nullable String liabCcy,
        @Nullable BigDecimal interest,
        @Nullable String tradeId,
        @Nullable BigDecimal optVal,
        @Nullable BigDecimal pendingCloseOrdLiabVal,
        @Nullable BigDecimal notionalUsd,
        @Nullable String adl,
        @Nullable String ccy,
        @Nullable BigDecimal last,
        @Nullable BigDecimal idxPx,
        @Nullable BigDecimal usdPx,
        @Nullable BigDecimal bePx,
        @Nullable BigDecimal deltaBS,
        @Nullable BigDecimal deltaPA,
        @Nullable BigDecimal gammaBS,
        @Nullable BigDecimal gammaPA,
        @Nullable BigDecimal thetaBS,
        @Nullable BigDecimal thetaPA,
        @Nullable BigDecimal vegaBS,
        @Nullable BigDecimal vegaPA,
        @Nullable BigDecimal spotInUseAmt,
        @Nullable String spotInUseCcy,
        @Nullable BigDecimal clSpotInUseAmt,
        @Nullable BigDecimal maxSpotInUseAmt,
        @Nullable String bizRefId,
        @Nullable String bizRefType,
        @Nullable BigDecimal realizedPnl,
        @Nullable BigDecimal settledPnl,
        @Nullable BigDecimal pnl,
        @Nullable BigDecimal fee,
        @Nullable BigDecimal fundingFee,
        @Nullable BigDecimal liqPenalty,
        @Nullable List<CloseAlgo> closeOrderAlgo,
        @Nullable Instant cTime,
        @Nullable Instant uTime,
        @Nullable Instant pTime) {}
