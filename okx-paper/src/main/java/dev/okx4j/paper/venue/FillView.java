package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One execution of one of the account's orders.
 *
 * @param tradeId number of the trade in its instrument; negative for a liquidation, as on OKX
 * @param clOrdId the owner's id of the order, or empty
 * @param billId bill of the fee currency that this fill wrote
 * @param subType OKX's transaction type of the fill
 * @param tag the owner's tag of the order, or empty
 * @param fillPx price in quote currency
 * @param fillSz contracts, or base currency for spot
 * @param fillPnl realised profit of the part that closed a position, fees not included
 * @param fillMarkPx mark price when it traded
 * @param posSide position that it is about; {@code NET} in net mode and for spot
 * @param maker whether the order was resting ({@code execType} M) rather than taking (T)
 * @param feeCcy settlement currency; for spot what the order receives
 * @param fee fee with OKX's sign: negative is charged
 * @param feeRate rate with the same sign
 * @param ts market time
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
        PosSide posSide,
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
