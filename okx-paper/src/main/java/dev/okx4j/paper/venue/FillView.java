package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One execution of one of the account's orders.
 *
 * @param fillPnl realised profit of the part that closed a position, fees not included
 * @param maker whether the order was resting ({@code execType} M) rather than taking (T)
 * @param fee fee with OKX's sign: negative is charged
 * @param feeRate rate with the same sign
 * @param subType OKX's transaction type of the fill
 * @param evidence which recorded price and which assumption decided it
 */
public record FillView(
        InstrumentType instType,
        String instId,
        String tradeId,
        String ordId,
        String clOrdId,
        String billId,
        String subType,
        String tag,
        BigDecimal fillPx,
        BigDecimal fillSz,
        BigDecimal fillPnl,
        BigDecimal fillMarkPx,
        Side side,
        boolean maker,
        String feeCcy,
        BigDecimal fee,
        BigDecimal feeRate,
        Instant ts,
        Evidence evidence) {

    /** Returns {@code M} or {@code T}. */
    public String execType() {
        return maker ? "M" : "T";
    }
}
