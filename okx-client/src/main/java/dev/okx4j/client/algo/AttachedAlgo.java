package dev.okx4j.client.algo;

import dev.okx4j.client.model.PxType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stop attached to the order that an algo order places.
 *
 * @param attachAlgoClOrdId the caller's own id of the attached stop
 * @param tpTriggerPx the price that sets off the take-profit
 * @param tpTriggerRatio the take-profit trigger as a ratio of the order's price; 0.3 is 30 %
 * @param tpTriggerPxType which price sets off the take-profit
 * @param tpOrdPx the price of the take-profit order; -1 is a market order
 * @param slTriggerPx the price that sets off the stop-loss
 * @param slTriggerRatio the stop-loss trigger as a ratio of the order's price; 0.3 is 30 %
 * @param slTriggerPxType which price sets off the stop-loss
 * @param slOrdPx the price of the stop-loss order; -1 is a market order
 * @param callbackRatio the distance of a trailing stop as a ratio; 0.05 is 5 %
 * @param callbackSpread the distance of a trailing stop as a price difference
 * @param activePx the price at which a trailing stop starts to follow
 */
@RecordBuilder
public record AttachedAlgo(
        @Nullable String attachAlgoClOrdId,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable BigDecimal tpTriggerRatio,
        @Nullable PxType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable BigDecimal slTriggerRatio,
        @Nullable PxType slTriggerPxType,
        @Nullable BigDecimal slOrdPx,
        @Nullable BigDecimal callbackRatio,
        @Nullable BigDecimal callbackSpread,
        @Nullable BigDecimal activePx) {
    /** Returns a builder without any value. */
    public static AttachedAlgoBuilder builder() {
        return AttachedAlgoBuilder.builder();
    }
}
