package dev.okx4j.client.trade;

import dev.okx4j.client.model.PxType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a stop that is attached to an order; absent values stay as they are.
 *
 * <p>Zero as a trigger or order price takes that half of the stop away.
 *
 * @param attachAlgoId OKX's id of the attached stop
 * @param attachAlgoClOrdId the caller's own id of the attached stop
 * @param newTpTriggerPx the price that sets off the take-profit
 * @param newTpTriggerRatio the take-profit trigger as a ratio of the order's price; 0.3 is 30 %
 * @param newTpOrdPx the price of the take-profit order; -1 is a market order
 * @param newTpOrdKind whether the take-profit waits for its trigger (condition) or rests in the book (limit)
 * @param newSlTriggerPx the price that sets off the stop-loss
 * @param newSlTriggerRatio the stop-loss trigger as a ratio of the order's price; 0.3 is 30 %
 * @param newSlOrdPx the price of the stop-loss order; -1 is a market order
 * @param newTpTriggerPxType which price sets off the take-profit
 * @param newSlTriggerPxType which price sets off the stop-loss
 * @param sz the size of this take-profit, where an order has several
 * @param amendPxOnTriggerType 1 when the stop-loss moves to the entry price once the first take-profit fills, else 0
 * @param newCallbackRatio the distance of a trailing stop as a ratio; 0.05 is 5 %
 * @param newCallbackSpread the distance of a trailing stop as a price difference
 * @param newActivePx the price at which a trailing stop starts to follow
 */
@RecordBuilder
public record AmendAttachedAlgo(
        @Nullable String attachAlgoId,
        @Nullable String attachAlgoClOrdId,
        @Nullable BigDecimal newTpTriggerPx,
        @Nullable BigDecimal newTpTriggerRatio,
        @Nullable BigDecimal newTpOrdPx,
        @Nullable String newTpOrdKind,
        @Nullable BigDecimal newSlTriggerPx,
        @Nullable BigDecimal newSlTriggerRatio,
        @Nullable BigDecimal newSlOrdPx,
        @Nullable PxType newTpTriggerPxType,
        @Nullable PxType newSlTriggerPxType,
        @Nullable BigDecimal sz,
        @Nullable String amendPxOnTriggerType,
        @Nullable BigDecimal newCallbackRatio,
        @Nullable BigDecimal newCallbackSpread,
        @Nullable BigDecimal newActivePx) {
    public AmendAttachedAlgo {
        OrderIds.requirePositive("sz", sz);
    }

    /** Returns a builder without any value. */
    public static AmendAttachedAlgoBuilder builder() {
        return AmendAttachedAlgoBuilder.builder();
    }
}
