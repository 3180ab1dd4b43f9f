package dev.okx4j.client.algo;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How an order follows the best price.
 *
 * @param chaseType the unit of the chase distance: distance or ratio
 * @param chaseVal the chase distance from the best price
 * @param maxChaseType the unit of the largest chase distance: distance or ratio
 * @param maxChaseVal the largest distance the chase follows
 */
@RecordBuilder
public record ChaseParams(
        @Nullable String chaseType,
        @Nullable BigDecimal chaseVal,
        @Nullable String maxChaseType,
        @Nullable BigDecimal maxChaseVal) {
    /** Returns a builder without any value. */
    public static ChaseParamsBuilder builder() {
        return ChaseParamsBuilder.builder();
    }
}
