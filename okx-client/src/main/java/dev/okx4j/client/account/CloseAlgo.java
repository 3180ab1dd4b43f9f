package dev.okx4j.client.account;

import dev.okx4j.client.model.PxType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stop that closes a position.
 *
 * @param algoId OKX's id of the algo order
 * @param slTriggerPx the price that sets off the stop-loss
 * @param slTriggerPxType which price sets off the stop-loss
 * @param tpTriggerPx the price that sets off the take-profit
 * @param tpTriggerPxType which price sets off the take-profit
 * @param closeFraction the part of the position that is closed; 1 is all of it
 */
public record CloseAlgo(
        String algoId,
        @Nullable BigDecimal slTriggerPx,
        @Nullable PxType slTriggerPxType,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable PxType tpTriggerPxType,
        @Nullable BigDecimal closeFraction) {}
