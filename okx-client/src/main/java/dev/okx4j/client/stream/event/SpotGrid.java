package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grid bot that trades on the spot market.
 *
 * @param algoId OKX's id of the bot
 * @param algoClOrdId the caller's own id of the bot
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param cTime when it was created
 * @param uTime when it last changed
 * @param algoOrdType the kind of bot
 * @param state how far it has come
 * @param rebateTrans the rebates that were paid out
 * @param triggerParams what starts and stops it
 * @param maxPx the upper end of the price range
 * @param minPx the lower end of the price range
 * @param gridNum how many grids the range has
 * @param runType OKX's number for how the grids are spaced: 1 by difference, 2 by ratio
 * @param tpTriggerPx the price at which it stops with a profit
 * @param slTriggerPx the price at which it stops with a loss
 * @param tradeNum how many trades it has made
 * @param arbitrageNum how many times it has bought and sold again
 * @param singleAmt the amount of each grid
 * @param perMinProfitRate the least profit that a grid is expected to bring, as a ratio
 * @param perMaxProfitRate the most that it is expected to bring, as a ratio
 * @param runPx the price at which it began
 * @param totalPnl the profit or loss so far
 * @param pnlRatio the profit or loss as a ratio of what was invested
 * @param investment what was invested
 * @param gridProfit the profit of completed grids
 * @param floatProfit the profit or loss not yet realised
 * @param totalAnnualizedRate the yearly rate of the whole profit, as a ratio
 * @param annualizedRate the yearly rate of the grid profit, as a ratio
 * @param cancelType OKX's number for why it stopped; 0 while it runs
 * @param stopType OKX's number for what happens to what it holds when it stops
 * @param quoteSz what was invested in quote currency
 * @param baseSz what was invested in base currency
 * @param curQuoteSz the quote currency that it holds
 * @param curBaseSz the base currency that it holds
 * @param profit the profit that can be taken out, in quote currency
 * @param stopResult OKX's number for how selling at the end went: 0 not asked for, 1 sold, -1 failed
 * @param activeOrdNum how many of its orders are pending
 * @param tag the caller's tag
 * @param profitSharingRatio the part of the profit that goes to the lead trader, as a ratio up to 0.3
 * @param copyType OKX's number for its part in copy trading; 0 is none
 * @param pTime when OKX pushed it
 * @param tradeQuoteCcy the quote currency that the trade settles in
 */
public record SpotGrid(
        String algoId,
        @Nullable String algoClOrdId,
        InstType instType,
        String instId,
        Instant cTime,
        Instant uTime,
        BotType algoOrdType,
        BotState state,
        @Nullable List<GridRebate> rebateTrans,
        @Nullable List<GridTrigger> triggerParams,
        @Nullable BigDecimal maxPx,
        @Nullable BigDecimal minPx,
        @Nullable Integer gridNum,
        @Nullable String runType,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable Integer tradeNum,
        @Nullable Integer arbitrageNum,
        @Nullable BigDecimal singleAmt,
        @Nullable BigDecimal perMinProfitRate,
        @Nullable BigDecimal perMaxProfitRate,
        @Nullable BigDecimal runPx,
        @Nullable BigDecimal totalPnl,
        @Nullable BigDecimal pnlRatio,
        @Nullable BigDecimal investment,
        @Nullable BigDecimal gridProfit,
        @Nullable BigDecimal floatProfit,
        @Nullable BigDecimal totalAnnualizedRate,
        @Nullable BigDecimal annualizedRate,
        @Nullable String cancelType,
        @Nullable String stopType,
        @Nullable BigDecimal quoteSz,
        @Nullable BigDecimal baseSz,
        @Nullable BigDecimal curQuoteSz,
        @Nullable BigDecimal curBaseSz,
        @Nullable BigDecimal profit,
        @Nullable String stopResult,
        @Nullable Integer activeOrdNum,
        @Nullable String tag,
        @Nullable BigDecimal profitSharingRatio,
        @Nullable String copyType,
        Instant pTime,
        @Nullable String tradeQuoteCcy) {}
