package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position of which something was closed.
 *
 * @param spec instrument
 * @param type how it was closed: 1 partly, 2 wholly, 3 by liquidation, 4 partly by liquidation
 * @param posSide net, or in long/short mode the one that it was
 * @param direction long or short, whatever the position mode
 * @param openAvgPx mean entry price
 * @param closeAvgPx mean closing price
 * @param openMaxPos largest size that it had, in contracts
 * @param closeTotalPos what was closed of it, in contracts
 * @param realizedPnl {@code pnl + fee + fundingFee + liqPenalty}
 * @param pnlRatio {@code realizedPnl} over the initial margin of its largest size
 * @param triggerPx mark price at which it was liquidated, or null
 * @param cTime market time of its first fill
 * @param uTime market time when it was last closed in whole or in part
 */
public record ClosedPosition(
        InstrumentSpec spec,
        String posId,
        String type,
        TradeMode mgnMode,
        PosSide posSide,
        String direction,
        BigDecimal openAvgPx,
        BigDecimal closeAvgPx,
        BigDecimal openMaxPos,
        BigDecimal closeTotalPos,
        BigDecimal realizedPnl,
        BigDecimal pnlRatio,
        BigDecimal pnl,
        BigDecimal fee,
        BigDecimal fundingFee,
        BigDecimal liqPenalty,
        BigDecimal lever,
        @Nullable BigDecimal triggerPx,
        Instant cTime,
        Instant uTime) {

    /** Returns the position as it is after it was closed in whole or in part. */
    static ClosedPosition of(Holding held, BigDecimal lever) {
        Holding.Closing closing = held.closing;
        boolean whole = held.pos.signum() == 0;
        boolean forced = closing.triggerPx != null;
        BigDecimal realized = held.pnl.add(held.fee).add(held.fundingFee);
        BigDecimal initial = Rounding.marginAsked(Valuation.value(held.spec, closing.largest, held.avgPx), lever);
        return new ClosedPosition(
                held.spec,
                Long.toString(held.posId),
                whole ? forced ? "3" : "2" : forced ? "4" : "1",
                held.mode,
                held.posSide,
                closing.wasLong ? "long" : "short",
                held.avgPx,
                Valuation.mean(held.spec, closing.closed, closing.value),
                closing.largest,
                closing.closed,
                realized,
                initial.signum() == 0 ? BigDecimal.ZERO : Rounding.ratio(realized, initial),
                held.pnl,
                held.fee,
                held.fundingFee,
                BigDecimal.ZERO,
                lever,
                closing.triggerPx,
                held.cTime,
                held.uTime);
    }
}
