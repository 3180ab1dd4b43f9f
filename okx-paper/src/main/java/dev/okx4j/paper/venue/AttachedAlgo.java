package dev.okx4j.paper.venue;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A take-profit, a stop-loss or both, or a trailing stop, attached to an order. Component names are OKX's; a price of −1 means market.
 *
 * @param attachAlgoClOrdId the owner's id of the algo order to be, or null
 * @param tpTriggerPx take-profit trigger, beyond the order's price in its favour; or null
 * @param tpTriggerPxType price it watches; null means last
 * @param tpOrdPx price of the take-profit order, or null without one
 * @param slTriggerPx stop-loss trigger, on the losing side of the order's price; or null
 * @param slTriggerPxType price it watches; null means last
 * @param slOrdPx price of the stop-loss order, or null without one
 * @param tpTriggerRatio in place of {@code tpTriggerPx}, how far above (negative: below) the mean fill price it triggers
 * @param slTriggerRatio the same in place of {@code slTriggerPx}
 * @param sz size of one take-profit of several, or null
 * @param amendPxOnTriggerType whether the stop-loss moves to the mean fill price once a take-profit has triggered
 * @param callbackRatio how far a trailing stop lets the price come back, as a fraction; or null
 * @param callbackSpread the same as a difference of prices; or null
 * @param activePx price at which the trailing stop begins to follow; null means at once
 */
@RecordBuilder
public record AttachedAlgo(
        @Nullable String attachAlgoClOrdId,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable PriceType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable PriceType slTriggerPxType,
        @Nullable BigDecimal slOrdPx,
        @Nullable BigDecimal tpTriggerRatio,
        @Nullable BigDecimal slTriggerRatio,
        @Nullable BigDecimal sz,
        boolean amendPxOnTriggerType,
        @Nullable BigDecimal callbackRatio,
        @Nullable BigDecimal callbackSpread,
        @Nullable BigDecimal activePx) {

    /** Returns whether it takes profit. */
    boolean takesProfit() {
        return tpTriggerPx != null || tpTriggerRatio != null;
    }

    /** Returns whether it stops a loss at a price that does not move. */
    boolean stopsLoss() {
        return slTriggerPx != null || slTriggerRatio != null;
    }

    /** Returns whether it is a trailing stop. */
    boolean trails() {
        return callbackRatio != null || callbackSpread != null;
    }
}
