package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open position in net mode.
 *
 * @param instType always SWAP: spot has balances, not positions
 * @param posId stays with the position until it is closed or turns over
 * @param mgnMode cross or isolated; both of one instrument are two positions
 * @param pos contracts, negative when short
 * @param avgPx size-weighted mean entry price
 * @param markPx mark price, which here equals the last price
 * @param last last traded price
 * @param lever leverage set for the instrument and mode
 * @param upl unrealised profit at the mark price
 * @param uplRatio {@code upl} over the initial margin at entry, as a fraction
 * @param margin isolated margin, or null for cross
 * @param imr initial margin, or null for isolated
 * @param mmr maintenance margin
 * @param mgnRatio margin ratio; 1 is liquidation
 * @param liqPx price at which it would be liquidated, or null when there is none above zero
 * @param bePx price at which closing gives neither profit nor loss after fees, or null when there is none above zero
 * @param notionalUsd absolute value at the mark price, in the settlement currency
 * @param ccy settlement currency, the unit of every amount
 * @param realizedPnl {@code pnl + fee + fundingFee + liqPenalty}
 * @param pnl realised trading profit since it was opened, without fees
 * @param fee sum of its fees with OKX's sign: negative was charged
 * @param fundingFee sum of its funding: negative was paid
 * @param liqPenalty always 0: a liquidation costs the taker fee only
 * @param tradeId the latest trade in it
 * @param cTime market time of its first fill
 * @param uTime market time of its latest fill or funding
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
