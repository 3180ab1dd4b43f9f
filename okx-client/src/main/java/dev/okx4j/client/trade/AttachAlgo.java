package dev.okx4j.client.trade;

import dev.okx4j.client.model.PxType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stop to attach to an order.
 *
 * @param attachAlgoClOrdId the caller's own id of the attached stop
 * @param tpTriggerPx the price that sets off the take-profit
 * @param tpTriggerRatio the take-profit trigger as a ratio of the order's price; 0.3 is 30 %
 * @param tpOrdPx the price of the take-profit order; -1 is a market order
 * @param tpOrdKind whether the take-profit waits for its trigger (condition) or rests in the book (limit)
 * @param slTriggerPx the price that sets off the stop-loss
 * @param slTriggerRatio the stop-loss trigger as a ratio of the order's price; 0.3 is 30 %
 * @param slOrdPx the price of the stop-loss order; -1 is a market order
 * @param tpTriggerPxType which price sets off the take-profit
 * @param slTriggerPxType which price sets off the stop-loss
 * @param sz the size: contracts for derivatives, else base currency, or as tgtCcy says
 * @param amendPxOnTriggerType 1 when the stop-loss moves to the entry price once the first take-profit fills, else 0
 * @param callbackRatio the distance of a trailing stop as a ratio; 0.05 is 5 %
 * @param callbackSpread the distance of a trailing stop as a price difference
 * @param activePx the price at which a trailing stop starts to follow
 */
@RecordBuilder
public record AttachAlgo(
        @Nullable String attachAlgoClOrdId,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable BigDecimal tpTriggerRatio,
        @Nullable BigDecimal tpOrdPx,
        @Nullable String tpOrdKind,
        @Nullable BigDecimal slTriggerPx,
        @Nullable BigDecimal slTriggerRatio,
        @Nullable BigDecimal slOrdPx,
        @Nullable PxType tpTriggerPxType,
        @Nullable PxType slTriggerPxType,
        @Nullable BigDecimal sz,
        @Nullable String amendPxOnTriggerType,
        @Nullable BigDecimal callbackRatio,
        @Nullable BigDecimal callbackSpread,
        @Nullable BigDecimal activePx) {
    /** Returns a builder without any value. */
    public static AttachAlgoBuilder builder() {
        return AttachAlgoBuilder.builder();
    }
}
