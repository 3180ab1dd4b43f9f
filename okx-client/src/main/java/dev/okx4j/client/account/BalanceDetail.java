package dev.okx4j.client.account;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The balance of one currency in the trading account, in that currency unless said otherwise.
 *
 * @param ccy the currency
 * @param eq the equity: cash plus unrealised profit and loss
 * @param cashBal the cash
 * @param uTime when it last changed
 * @param isoEq the equity in isolated positions
 * @param availEq the equity that new positions can use
 * @param disEq the equity after its discount, in US dollars
 * @param fixedBal the balance frozen for dip and peak sniper orders
 * @param availBal the balance that can be used
 * @param frozenBal the balance that is frozen
 * @param ordFrozen the margin frozen for pending orders
 * @param liab the liabilities
 * @param upl the unrealised profit or loss of cross positions
 * @param uplLiab the liabilities from unrealised losses
 * @param crossLiab the liabilities of cross margin
 * @param rewardBal the trial fund
 * @param isoLiab the liabilities of isolated margin
 * @param mgnRatio the margin ratio; liquidation comes at 1
 * @param imr the initial margin of cross positions
 * @param mmr the maintenance margin of cross positions
 * @param interest the interest that has accrued
 * @param twap the risk of forced repayment, 0 to 5
 * @param frpType the kind of forced repayment: 0 none, 1 user based, 2 platform based
 * @param maxLoan the most that can be borrowed
 * @param eqUsd the equity in US dollars
 * @param borrowFroz the margin for possible borrowing, in US dollars
 * @param notionalLever the leverage
 * @param stgyEq the equity in trading bots
 * @param isoUpl the unrealised profit or loss of isolated positions
 * @param spotInUseAmt the spot amount that offsets risk
 * @param clSpotInUseAmt the part of it that the user set
 * @param maxSpotInUse the most spot that could offset risk
 * @param spotIsoBal the balance from spot copy trading
 * @param smtSyncEq the equity in smart sync
 * @param spotCopyTradingEq the equity in spot smart sync
 * @param spotBal the spot balance
 * @param openAvgPx the average cost of what is held
 * @param accAvgPx the average cost of all that was bought
 * @param spotUpl the unrealised profit or loss of spot
 * @param spotUplRatio the same as a ratio
 * @param totalPnl the profit or loss of spot so far
 * @param totalPnlRatio the same as a ratio
 * @param colRes the platform's restriction on using it as collateral: 0, 1 or 2
 * @param colBorrAutoConversion the risk of automatic conversion, 0 to 5
 * @param collateralRestrict the old form of that restriction; no longer used
 * @param collateralEnabled whether it counts as collateral
 * @param autoLendStatus the state of automatic lending
 * @param autoLendMtAmt the amount that automatic lending has matched
 * @param maxSpotInUseAmt the most spot that could offset risk
 * @param coinUsdPrice the price of the currency in US dollars; in pushes only
 */
public record BalanceDetail(
        String ccy,
        @Nullable BigDecimal eq,
        @Nullable BigDecimal cashBal,
        @Nullable Instant uTime,
        @Nullable BigDecimal isoEq,
        @Nullable BigDecimal availEq,
        @Nullable BigDecimal disEq,
        @Nullable BigDecimal fixedBal,
        @Nullable BigDecimal availBal,
        @Nullable BigDecimal frozenBal,
        @Nullable BigDecimal ordFrozen,
        @Nullable BigDecimal liab,
        @Nullable BigDecimal upl,
        @Nullable BigDecimal uplLiab,
        @Nullable BigDecimal crossLiab,
        @Nullable BigDecimal rewardBal,
        @Nullable BigDecimal isoLiab,
        @Nullable BigDecimal mgnRatio,
        @Nullable BigDecimal imr,
        @Nullable BigDecimal mmr,
        @Nullable BigDecimal interest,
        @Nullable String twap,
        @Nullable String frpType,
        @Nullable BigDecimal maxLoan,
        @Nullable BigDecimal eqUsd,
        @Nullable BigDecimal borrowFroz,
        @Nullable BigDecimal notionalLever,
        @Nullable BigDecimal stgyEq,
        @Nullable BigDecimal isoUpl,
        @Nullable BigDecimal spotInUseAmt,
        @Nullable BigDecimal clSpotInUseAmt,
        @Nullable BigDecimal maxSpotInUse,
        @Nullable BigDecimal spotIsoBal,
        @Nullable BigDecimal smtSyncEq,
        @Nullable BigDecimal spotCopyTradingEq,
        @Nullable BigDecimal spotBal,
        @Nullable BigDecimal openAvgPx,
        @Nullable BigDecimal accAvgPx,
        @Nullable BigDecimal spotUpl,
        @Nullable BigDecimal spotUplRatio,
        @Nullable BigDecimal totalPnl,
        @Nullable BigDecimal totalPnlRatio,
        @Nullable String colRes,
        @Nullable String colBorrAutoConversion,
        @Nullable Boolean collateralRestrict,
        @Nullable Boolean collateralEnabled,
        @Nullable String autoLendStatus,
        @Nullable BigDecimal autoLendMtAmt,
        @Nullable BigDecimal maxSpotInUseAmt,
        @Nullable BigDecimal coinUsdPrice) {}
