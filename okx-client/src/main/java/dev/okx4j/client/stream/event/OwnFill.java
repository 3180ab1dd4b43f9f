package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.ExecType;
import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fill of this account, told as fast as OKX can.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param fillSz the size: contracts for derivatives, else base currency
 * @param fillPx the price
 * @param side buy or sell
 * @param ts when it happened
 * @param ordId OKX's id of the order
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 * @param tradeId the id of the trade; of several that are told as one, the last
 * @param execType whether it took liquidity or made it
 * @param count how many matches are told as one
 */
public record OwnFill(
        String instId,
        BigDecimal fillSz,
        BigDecimal fillPx,
        Side side,
        Instant ts,
        String ordId,
        @Nullable String clOrdId,
        String tradeId,
        @Nullable ExecType execType,
        @Nullable Integer count) {}
