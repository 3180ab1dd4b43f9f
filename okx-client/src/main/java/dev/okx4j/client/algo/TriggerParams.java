package dev.okx4j.client.algo;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What starts an algo order.
 *
 * @param triggerAction what the trigger does: start
 * @param triggerStrategy what kind of trigger it is: instant, price or rsi
 * @param triggerPx the price that starts it
 * @param triggerCond how the value must move: cross_up, cross_down, above, below or cross
 * @param timeframe the candle size of the indicator
 * @param thold the threshold of the indicator
 * @param timePeriod the number of candles of the indicator
 */
@RecordBuilder
public record TriggerParams(
        @Nullable String triggerAction,
        @Nullable String triggerStrategy,
        @Nullable BigDecimal triggerPx,
        @Nullable String triggerCond,
        @Nullable String timeframe,
        @Nullable BigDecimal thold,
        @Nullable String timePeriod) {
    /** Returns a builder without any value. */
    public static TriggerParamsBuilder builder() {
        return TriggerParamsBuilder.builder();
    }
}
