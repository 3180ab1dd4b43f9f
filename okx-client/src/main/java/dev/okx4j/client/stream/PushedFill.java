package dev.okx4j.client.stream;

import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fill in a push of the orders channel, which every account gets; the fills channel is for the highest fee tiers.
 */
final class PushedFill {
    private static final String NO_TRADE = "0";

    private PushedFill() {}

    /** Returns the fill that a push tells of; null when it tells of none, or of one whose trade it does not name. */
    static @Nullable Fill of(Order push) {
        String tradeId = push.tradeId();
        BigDecimal size = push.fillSz();
        Instant time = push.fillTime() == null ? push.uTime() : push.fillTime();
        // Liquidations and deleveraging are pushed with the trade 0; only the list of fills has their ids.
        if (tradeId == null || tradeId.equals(NO_TRADE) || size == null || size.signum() <= 0 || time == null) {
            return null;
        }
        return new Fill(
                push.instType(),
                push.instId(),
                tradeId,
                push.ordId(),
                push.clOrdId(),
                null,
                null,
                push.tag(),
                push.fillPx(),
                size,
                push.fillIdxPx(),
                push.fillPnl(),
                push.fillPxVol(),
                push.fillPxUsd(),
                push.fillMarkVol(),
                push.fillFwdPx(),
                push.fillMarkPx(),
                push.side(),
                push.posSide(),
                push.execType(),
                push.fillFeeCcy(),
                push.fillFee(),
                time,
                time,
                null,
                push.tradeQuoteCcy());
    }
}
