package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a block trade of others, told a quarter of an hour later.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param tradeId the id of the trade
 * @param px the price
 * @param sz the size: contracts for derivatives, else base currency
 * @param side which way the taker traded
 * @param fillVol the implied volatility of the trade
 * @param fwdPx the forward price
 * @param idxPx the index price
 * @param markPx the mark price
 * @param groupId OKX's id of the group of requests that it belongs to
 * @param ts when it happened
 */
public record PublicBlockLeg(
        String instId,
        String tradeId,
        BigDecimal px,
        BigDecimal sz,
        Side side,
        @Nullable BigDecimal fillVol,
        @Nullable BigDecimal fwdPx,
        @Nullable BigDecimal idxPx,
        @Nullable BigDecimal markPx,
        @Nullable String groupId,
        Instant ts) {}
