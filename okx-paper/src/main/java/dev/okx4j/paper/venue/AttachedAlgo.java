package dev.okx4j.paper.venue;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A take-profit, a stop-loss or both, attached to an order. Component names are OKX's; a price of −1 means market.
 *
 * @param attachAlgoClOrdId the owner's id of the algo order to be, or null
 * @param tpTriggerPx take-profit trigger, beyond the order's price in its favour; or null
 * @param tpTriggerPxType price it watches; null means last
 * @param tpOrdPx price of the take-profit order, or null without one
 * @param slTriggerPx stop-loss trigger, on the losing side of the order's price; or null
 * @param slTriggerPxType price it watches; null means last
 * @param slOrdPx price of the stop-loss order, or null without one
 */
@RecordBuilder
public record AttachedAlgo(
        @Nullable String attachAlgoClOrdId,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable PriceType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable PriceType slTriggerPxType,
        @Nullable BigDecimal slOrdPx) {}
