package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.OptType;
import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade of an option.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param instFamily the family, such as BTC-USD
 * @param tradeId the id of the trade
 * @param px the price
 * @param sz the size, in contracts
 * @param side which way the taker traded
 * @param optType call or put
 * @param fillVol the implied volatility of the trade
 * @param fwdPx the forward price
 * @param idxPx the index price
 * @param markPx the mark price
 * @param ts when it happened
 */
public record OptionTrade(
        String instId,
        String instFamily,
        String tradeId,
        BigDecimal px,
        BigDecimal sz,
        Side side,
        OptType optType,
        @Nullable BigDecimal fillVol,
        @Nullable BigDecimal fwdPx,
        @Nullable BigDecimal idxPx,
        @Nullable BigDecimal markPx,
        Instant ts) {}
