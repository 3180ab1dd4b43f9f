package dev.okx4j.client.algo;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to change about how an order follows the best price, each in the unit that it was placed with.
 *
 * @param newChaseVal the chase distance from the best price
 * @param newMaxChaseVal the largest distance the chase follows
 */
@RecordBuilder
public record AmendChaseParams(
        @Nullable BigDecimal newChaseVal, @Nullable BigDecimal newMaxChaseVal) {
    /** Returns a builder without any value. */
    public static AmendChaseParamsBuilder builder() {
        return AmendChaseParamsBuilder.builder();
    }
}
