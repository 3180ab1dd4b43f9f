package dev.okx4j.client.trade;

import dev.okx4j.client.model.PxType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stop that waits for its order to fill.
 *
 * @param attachAlgoId OKX's id of the attached stop
 * @param attachAlgoClOrdId the caller's own id of the attached stop
 * @param tpOrdKind whether the take-profit waits for its trigger (condition) or rests in the book (limit)
 * @param tpTriggerPx the price that sets off the take-profit
 * @param tpTriggerRatio the take-profit trigger as a ratio of the order's price; 0.3 is 30 %
 * @param tpTriggerPxType which price sets off the take-profit
 * @param tpOrdPx the price of the take-profit order; -1 is a market order
 * @param slTriggerPx the price that sets off the stop-loss
 * @param slTriggerRatio the stop-loss trigger as a ratio of the order's price; 0.3 is 30 %
 * @param slTriggerPxType which price sets off the stop-loss
 * @param slOrdPx the price of the stop-loss order; -1 is a market order
 * @param sz the size: contracts for derivatives, else base currency, or as tgtCcy says
 * @param amendPxOnTriggerType 1 when the stop-loss moves to the entry price once the first take-profit fills, else 0
 * @param callbackRatio the distance of a trailing stop as a ratio; 0.05 is 5 %
 * @param callbackSpread the distance of a trailing stop as a price difference
 * @param activePx the price at which a trailing stop starts to follow
 * @param failCode OKX's code of why it failed
 * @param failReason OKX's words for why it failed
 */
public record AttachedAlgo(
        @Nullable String attachAlgoId,
        @Nullable String attachAlgoClOrdId,
        @Nullable String tpOrdKind,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable BigDecimal tpTriggerRatio,
        @Nullable PxType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable BigDecimal slTriggerRatio,
        @Nullable PxType slTriggerPxType,
        @Nullable BigDecimal slOrdPx,
        @Nullable BigDecimal sz,
        @Nullable String amendPxOnTriggerType,
        @Nullable BigDecimal callbackRatio,
        @Nullable BigDecimal callbackSpread,
        @Nullable BigDecimal activePx,
        @Nullable String failCode,
        @Nullable String failReason) {}
