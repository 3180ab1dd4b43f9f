package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.ExecType;
import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trade of this account in a spread.
 *
 * @param sprdId the spread, such as BTC-USDT_BTC-USDT-SWAP
 * @param tradeId the id of the trade
 * @param ordId OKX's id of the order
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 * @param tag the caller's tag
 * @param fillPx the price
 * @param fillSz the size
 * @param side buy or sell
 * @param state whether it settled
 * @param execType whether it took liquidity or made it
 * @param ts when OKX made the statement
 * @param legs the legs
 * @param code OKX's code of why it failed, 0 when it did not
 * @param msg OKX's words for it
 */
public record SpreadTrade(
        String sprdId,
        String tradeId,
        String ordId,
        @Nullable String clOrdId,
        @Nullable String tag,
        BigDecimal fillPx,
        BigDecimal fillSz,
        Side side,
        SpreadTradeState state,
        @Nullable ExecType execType,
        Instant ts,
        List<Leg> legs,
        @Nullable String code,
        @Nullable String msg) {

    /**
     * One leg of a trade.
     *
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param px the price
     * @param sz the size
     * @param szCont the size, in contracts; for spot in base currency
     * @param side buy or sell
     * @param fillPnl the profit or loss of what it closed, before fees
     * @param fee the fee: negative was paid, positive was received
     * @param feeCcy the currency of the fee
     * @param tradeId the id of the trade
     */
    public record Leg(
            String instId,
            BigDecimal px,
            BigDecimal sz,
            @Nullable BigDecimal szCont,
            Side side,
            @Nullable BigDecimal fillPnl,
            @Nullable BigDecimal fee,
            @Nullable String feeCcy,
            @Nullable String tradeId) {}
}
