package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What starts or stops a grid bot.
 *
 * @param triggerAction what the trigger does: start or stop
 * @param triggerStrategy what kind of trigger it is: instant, price or rsi
 * @param delaySeconds how many seconds the action waits
 * @param triggerTime when it was set off
 * @param triggerType what set it off: manual or auto
 * @param timeframe the candle size of the indicator
 * @param thold the threshold of the indicator
 * @param triggerCond how the value must move: cross_up, cross_down, above, below or cross
 * @param timePeriod the number of candles of the indicator
 * @param triggerPx the price that sets it off
 * @param stopType OKX's number for what happens to what it holds when it stops
 */
public record GridTrigger(
        @Nullable String triggerAction,
        @Nullable String triggerStrategy,
        @Nullable Integer delaySeconds,
        @Nullable Instant triggerTime,
        @Nullable String triggerType,
        @Nullable String timeframe,
        @Nullable BigDecimal thold,
        @Nullable String triggerCond,
        @Nullable String timePeriod,
        @Nullable BigDecimal triggerPx,
        @Nullable String stopType) {}
