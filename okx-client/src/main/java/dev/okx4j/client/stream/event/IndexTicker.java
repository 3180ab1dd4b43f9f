package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The price of an index and its figures of the last 24 hours.
 *
 * @param instId the index, such as BTC-USDT
 * @param idxPx the price of the index
 * @param open24h the price 24 hours ago
 * @param high24h the highest price of 24 hours
 * @param low24h the lowest price of 24 hours
 * @param sodUtc0 the price at midnight UTC
 * @param sodUtc8 the price at midnight UTC+8
 * @param ts when OKX made the statement
 */
public record IndexTicker(
        String instId,
        BigDecimal idxPx,
        @Nullable BigDecimal open24h,
        @Nullable BigDecimal high24h,
        @Nullable BigDecimal low24h,
        @Nullable BigDecimal sodUtc0,
        @Nullable BigDecimal sodUtc8,
        Instant ts) {}
