package dev.okx4j.client.algo;

import dev.okx4j.client.model.PxType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to change about the stop attached to the order that a trigger order places; absent values stay as they are.
 *
 * <p>Zero as a trigger or order price takes that half of the stop away.
 *
 * @param newTpTriggerPx the price that sets off the take-profit
 * @param newTpTriggerRatio the take-profit trigger as a ratio of the order's price; 0.3 is 30 %
 * @param newTpTriggerPxType which price sets off the take-profit
 * @param newTpOrdPx the price of the take-profit order; -1 is a market order
 * @param newSlTriggerPx the price that sets off the stop-loss
 * @param newSlTriggerRatio the stop-loss trigger as a ratio of the order's price; 0.3 is 30 %
 * @param newSlTriggerPxType which price sets off the stop-loss
 * @param newSlOrdPx the price of the stop-loss order; -1 is a market order
 * @param newCallbackRatio the distance of a trailing stop as a ratio; 0.05 is 5 %
 * @param newCallbackSpread the distance of a trailing stop as a price difference
 * @param newActivePx the price at which a trailing stop starts to follow
 */
@RecordBuilder
public record AmendAttachedAlgo(
        @Nullable BigDecimal newTpTriggerPx,
        @Nullable BigDecimal newTpTriggerRatio,
        @Nullable PxType newTpTriggerPxType,
        @Nullable BigDecimal newTpOrdPx,
        @Nullable BigDecimal newSlTriggerPx,
        @Nullable BigDecimal newSlTriggerRatio,
        @Nullable PxType newSlTriggerPxType,
        @Nullable BigDecimal newSlOrdPx,
        @Nullable BigDecimal newCallbackRatio,
        @Nullable BigDecimal newCallbackSpread,
        @Nullable BigDecimal newActivePx) {
    /** Returns a builder without any value. */
    public static AmendAttachedAlgoBuilder builder() {
        return AmendAttachedAlgoBuilder.builder();
    }
}
