package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rebate that a grid bot was paid.
 *
 * @param rebate the rebate received
 * @param rebateCcy the currency of the rebate
 */
public record GridRebate(
        @Nullable BigDecimal rebate, @Nullable String rebateCcy) {}
