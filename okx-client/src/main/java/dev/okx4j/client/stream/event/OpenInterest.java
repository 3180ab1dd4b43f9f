package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a derivative is open.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param oi the open interest, in contracts
 * @param oiCcy the open interest, in coins
 * @param oiUsd the open interest, in US dollars
 * @param ts when OKX made the statement
 */
public record OpenInterest(
        InstType instType,
        String instId,
        BigDecimal oi,
        @Nullable BigDecimal oiCcy,
        @Nullable BigDecimal oiUsd,
        Instant ts) {}
