package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest price, the best quotes and the figures of the last 24 hours of a spread.
 *
 * @param sprdId the spread, such as BTC-USDT_BTC-USDT-SWAP
 * @param last the last traded price
 * @param lastSz the size of the last trade
 * @param askPx the best price of the sell side
 * @param askSz the size there
 * @param bidPx the best price of the buy side
 * @param bidSz the size there
 * @param open24h the price 24 hours ago
 * @param high24h the highest price of 24 hours
 * @param low24h the lowest price of 24 hours
 * @param vol24h the volume of 24 hours, in base currency
 * @param ts when OKX made the statement
 */
public record SpreadTicker(
        String sprdId,
        @Nullable BigDecimal last,
        @Nullable BigDecimal lastSz,
        @Nullable BigDecimal askPx,
        @Nullable BigDecimal askSz,
        @Nullable BigDecimal bidPx,
        @Nullable BigDecimal bidSz,
        @Nullable BigDecimal open24h,
        @Nullable BigDecimal high24h,
        @Nullable BigDecimal low24h,
        @Nullable BigDecimal vol24h,
        Instant ts) {}
