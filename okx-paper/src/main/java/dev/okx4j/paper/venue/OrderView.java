package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands.
 *
 * @param clOrdId the owner's id, or empty
 * @param ticket what was asked for
 * @param px the limit price in force, which differs from the ticket's when it was moved to the price limit or amended; null
 *     for market
 * @param sz the size in force, which differs from the ticket's when it was amended, or trimmed as a reduce-only order
 * @param accFillSz size filled so far, in contracts or base currency
 * @param avgPx mean fill price, or null before the first fill
 * @param lastFill the latest fill, or null
 * @param feeCcy settlement currency; for spot what the order receives
 * @param fee sum of its fees with OKX's sign, in {@code feeCcy}
 * @param pnl realised profit of its fills
 * @param lever leverage when it was placed, or null for spot
 * @param source OKX's number of what placed it: empty for the owner, 7 for TP/SL, 25 for a trailing stop
 * @param category {@code normal} or {@code full_liquidation}
 * @param algoId the algo order that placed it, or empty
 * @param algoClOrdId the owner's id of that algo order, or empty
 * @param cancelSource OKX's number of what cancelled it, or empty
 * @param cancelSourceReason the same in words, or empty
 * @param amendSource OKX's number of who changed it last, or empty; only a stream tells it
 * @param attached its take-profit and stop-loss, alive or not yet
 * @param cTime market time when it was accepted
 * @param uTime market time of its latest change
 */
public record OrderView(
        InstrumentType instType,
        String instId,
        String ordId,
        String clOrdId,
        OrderTicket ticket,
        @Nullable BigDecimal px,
        BigDecimal sz,
        BigDecimal accFillSz,
        @Nullable BigDecimal avgPx,
        @Nullable FillView lastFill,
        String feeCcy,
        BigDecimal fee,
        BigDecimal pnl,
        OrderState state,
        @Nullable BigDecimal lever,
        String source,
        String category,
        String algoId,
        String algoClOrdId,
        String cancelSource,
        String cancelSourceReason,
        String amendSource,
        List<AttachedView> attached,
        Instant cTime,
        Instant uTime) {

    /** Returns whether it can still fill. */
    public boolean open() {
        return state == OrderState.LIVE || state == OrderState.PARTIALLY_FILLED;
    }

    /**
     * An attached algo order with the id that it has, or will have once alive.
     *
     * @param attachAlgoId id that was given to it with the order
     * @param failCode why it could not come alive, or empty
     * @param failReason the same in words, or empty
     */
    public record AttachedView(String attachAlgoId, AttachedAlgo algo, String failCode, String failReason) {}
}
