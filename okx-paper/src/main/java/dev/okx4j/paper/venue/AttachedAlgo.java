package dev.okx4j.paper.venue;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A take-profit, a stop-loss or both, attached to an order. Component names are OKX's; a price of −1 means market.
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
