package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The volume that an instrument traded in blocks.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param volCcy24h the volume of 24 hours, in base coin for derivatives and in quote currency for spot
 * @param vol24h the volume of 24 hours, in contracts for derivatives and in base currency for spot
 * @param ts when OKX made the statement
 */
public record BlockTicker(
        InstType instType,
        String instId,
        @Nullable BigDecimal volCcy24h,
        @Nullable BigDecimal vol24h,
        Instant ts) {}
