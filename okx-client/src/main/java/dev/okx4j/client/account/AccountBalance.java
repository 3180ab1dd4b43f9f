package dev.okx4j.client.account;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance of the trading account.
 *
 * @param uTime when it last changed
 * @param totalEq everything, valued in US dollars
 * @param isoEq the equity in isolated positions
 * @param adjEq the equity after discounts, in US dollars
 * @param availEq the equity that new positions can use
 * @param ordFroz the margin frozen for pending orders, in US dollars
 * @param imr the initial margin required, in US dollars
 * @param mmr the maintenance margin required, in US dollars
 * @param borrowFroz the margin for possible borrowing, in US dollars
 * @param mgnRatio the margin ratio; liquidation comes at 1
 * @param notionalUsd the notional value, in US dollars
 * @param notionalUsdForBorrow the value of what is borrowed, in US dollars
 * @param notionalUsdForSwap the notional value of swaps, in US dollars
 * @param notionalUsdForFutures the notional value of futures, in US dollars
 * @param notionalUsdForOption the notional value of options, in US dollars
 * @param upl the unrealised profit or loss of cross positions, in US dollars
 * @param delta the delta of a delta-neutral account, in US dollars
 * @param deltaLever the leverage of that delta
 * @param deltaNeutralStatus the state of a delta-neutral account
 * @param details the balance of each currency
 */
@RecordBuilder
public record AccountBalance(
        Instant uTime,
        @Nullable BigDecimal totalEq,
        @Nullable BigDecimal isoEq,
        @Nullable BigDecimal adjEq,
        @Nullable BigDecimal availEq,
        @Nullable BigDecimal ordFroz,
        @Nullable BigDecimal imr,
        @Nullable BigDecimal mmr,
        @Nullable BigDecimal borrowFroz,
        @Nullable BigDecimal mgnRatio,
        @Nullable BigDecimal notionalUsd,
        @Nullable BigDecimal notionalUsdForBorrow,
        @Nullable BigDecimal notionalUsdForSwap,
        @Nullable BigDecimal notionalUsdForFutures,
        @Nullable BigDecimal notionalUsdForOption,
        @Nullable BigDecimal upl,
        @Nullable BigDecimal delta,
        @Nullable BigDecimal deltaLever,
        @Nullable String deltaNeutralStatus,
        List<BalanceDetail> details) {}
