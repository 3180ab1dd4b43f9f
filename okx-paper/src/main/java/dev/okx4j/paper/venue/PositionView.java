package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.options.Greeks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open position.
 *
 * @param instType kind of contract: spot has balances, not positions
 * @param posId stays with the position until it is closed or turns over
 * @param mgnMode cross or isolated; both of one instrument are two positions
 * @param posSide net, or in long/short mode the one that it is
 * @param pos contracts; negative when short in net mode, never negative in long/short mode
 * @param avgPx mean entry price: weighted by size, harmonic for an inverse contract
 * @param markPx mark price; the last price when the feed tells none
 * @param idxPx index price
 * @param last last traded price
 * @param lever leverage set for the instrument and mode
 * @param upl unrealised profit at the mark price
 * @param uplLastPx unrealised profit at the last price
 * @param uplRatio {@code upl} over the initial margin at entry, as a fraction; {@code uplRatioLastPx} likewise
 * @param margin isolated margin, or null for cross
 * @param imr initial margin, or null for isolated
 * @param mmr maintenance margin
 * @param mgnRatio margin ratio; 1 is liquidation
 * @param liqPx price at which it would be liquidated, or null when there is none above zero
 * @param bePx price at which closing gives neither profit nor loss after fees, or null when there is none above zero
 * @param notionalUsd absolute value at the mark price: dollars of an inverse contract or an option, else the settlement
 *     currency
 * @param ccy settlement currency, the unit of every amount
 * @param realizedPnl {@code pnl + fee + fundingFee + liqPenalty}
 * @param pnl realised trading profit since it was opened, without fees
 * @param fee sum of its fees with OKX's sign: negative was charged
 * @param fundingFee sum of its funding: negative was paid
 * @param liqPenalty always 0: a liquidation costs the taker fee only
 * @param option worth and Greeks of a position in an option, else null
 * @param tradeId the latest trade in it
 * @param cTime market time of its first fill
 * @param uTime market time of its latest fill or funding
 */
public record PositionView(
        InstrumentType instType,
        String instId,
        String posId,
        TradeMode mgnMode,
        PosSide posSide,
        BigDecimal pos,
        BigDecimal avgPx,
        BigDecimal markPx,
        BigDecimal idxPx,
        BigDecimal last,
        BigDecimal lever,
        BigDecimal upl,
        BigDecimal uplRatio,
        BigDecimal uplLastPx,
        BigDecimal uplRatioLastPx,
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
        @Nullable OptionPart option,
        String tradeId,
        Instant cTime,
        Instant uTime) {

    /**
     * The figures of a position in an option.
     *
     * @param optVal what selling it at the mark price would bring, in the settlement currency; negative when it is short
     * @param greeks how its worth changes
     */
    public record OptionPart(BigDecimal optVal, Greeks greeks) {}
}
