package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block trade of others with all its legs, told a quarter of an hour later.
 *
 * @param blockTdId OKX's id of the block trade
 * @param groupId OKX's id of the group of requests that it belongs to
 * @param legs the legs
 * @param cTime when it happened
 */
public record PublicBlockTrade(String blockTdId, @Nullable String groupId, List<Leg> legs, Instant cTime) {

    /**
     * One leg of a block trade.
     *
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param px the price
     * @param sz the size: contracts for derivatives, else base currency
     * @param side which way the taker traded
     * @param tradeId the id of the trade
     */
    public record Leg(String instId, BigDecimal px, BigDecimal sz, Side side, String tradeId) {}
}
