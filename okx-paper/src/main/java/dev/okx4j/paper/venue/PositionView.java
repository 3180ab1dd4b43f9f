package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open position in net mode.
 *
 * @param pos contracts, negative when short
 * @param avgPx size-weighted mean entry price
 * @param upl unrealised profit at the mark price
 * @param margin isolated margin, or null for cross
 * @param imr initial margin, or null for isolated
 * @param mmr maintenance margin
 * @param mgnRatio margin ratio; 1 is liquidation
 * @param liqPx price at which it would be liquidated, or null when there is none above zero
 * @param bePx price at which closing gives neither profit nor loss after fees, or null when there is none above zero
 * @param realizedPnl {@code pnl + fee + fundingFee + liqPenalty}
 */
public record PositionView(
        InstrumentType instType,
        String instId,
        String posId,
        TradeMode mgnMode,
        BigDecimal pos,
        BigDecimal avgPx,
        BigDecimal markPx,
        BigDecimal last,
        BigDecimal lever,
        BigDecimal upl,
        BigDecimal uplRatio,
        @Nullable BigDecimal margin,
        @Nullable BigDecimal imr,
        BigDecimal mmr,
        @Nullable BigDecimal mgnRatio,
        @Nullable BigDecimal liqPx,
        @Nullable BigDecimal bePx,
        BigDecimal notionalUsd,
        String ccy,
        BigDecimal realizedPnl,
        BigDecimal pnl,
        BigDecimal fee,
        BigDecimal fundingFee,
        BigDecimal liqPenalty,
        String tradeId,
        Instant cTime,
        Instant uTime) {}
