package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade of a spread.
 *
 * @param sprdId the spread, such as BTC-USDT_BTC-USDT-SWAP
 * @param tradeId the id of the trade
 * @param px the price
 * @param sz the size: contracts for derivatives, else base currency
 * @param side which way the taker traded
 * @param ts when it happened
 */
public record SpreadPublicTrade(
        String sprdId,
        String tradeId,
        BigDecimal px,
        @Nullable BigDecimal sz,
        @Nullable Side side,
        @Nullable Instant ts) {}
