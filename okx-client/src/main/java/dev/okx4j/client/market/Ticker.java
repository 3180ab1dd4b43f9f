package dev.okx4j.client.market;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest price, the best quotes and the figures of the last 24 hours of one instrument.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param last the last traded price
 * @param lastSz the size of the last trade
 * @param askPx the best price of the sell side
 * @param askSz the size there
 * @param bidPx the best price of the buy side
 * @param bidSz the size there
 * @param open24h the price 24 hours ago
 * @param high24h the highest price of 24 hours
 * @param low24h the lowest price of 24 hours
 * @param volCcy24h the volume of 24 hours, in base coin for derivatives and in quote currency for spot
 * @param vol24h the volume of 24 hours, in contracts for derivatives and in base currency for spot
 * @param sodUtc0 the price at midnight UTC
 * @param sodUtc8 the price at midnight UTC+8
 * @param ts when the figures were taken
 */
public record Ticker(
        InstType instType,
        String instId,
        @Nullable BigDecimal last,
        @Nullable BigDecimal lastSz,
        @Nullable BigDecimal askPx,
        @Nullable BigDecimal askSz,
        @Nullable BigDecimal bidPx,
        @Nullable BigDecimal bidSz,
        @Nullable BigDecimal open24h,
        @Nullable BigDecimal high24h,
        @Nullable BigDecimal low24h,
        @Nullable BigDecimal volCcy24h,
        @Nullable BigDecimal vol24h,
        @Nullable BigDecimal sodUtc0,
        @Nullable BigDecimal sodUtc8,
        Instant ts) {}
