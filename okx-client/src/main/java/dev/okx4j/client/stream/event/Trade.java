package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade of the market.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param tradeId the id of the trade; of several that are told as one, the last
 * @param px the price
 * @param sz the size: contracts for derivatives, else base currency
 * @param side which way the taker traded
 * @param ts when it happened
 * @param count how many matches are told as one; null where each is told by itself
 * @param source OKX's number for the kind of the resting order: 0 normal, 1 an enhanced-liquidity one
 * @param seqId the sequence number of the push, comparable with those of the book; null where OKX gives none
 */
public record Trade(
        String instId,
        String tradeId,
        BigDecimal px,
        BigDecimal sz,
        Side side,
        Instant ts,
        @Nullable Integer count,
        @Nullable String source,
        @Nullable Long seqId) {}
