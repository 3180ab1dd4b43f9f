package dev.okx4j.client.trade;

import dev.okx4j.client.model.ExecType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an order.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param tradeId the id of the trade
 * @param ordId OKX's id of the order
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 * @param billId OKX's id of the bill
 * @param subType OKX's number for what kind of trade it was
 * @param tag the caller's tag, up to 16 letters and digits
 * @param fillPx the price
 * @param fillSz the size
 * @param fillIdxPx the index price at the time of the fill
 * @param fillPnl the profit or loss of what the fill closed, before fees
 * @param fillPxVol the fill as implied volatility, for options
 * @param fillPxUsd the fill in US dollars, for options
 * @param fillMarkVol the mark volatility at the time of the fill, for options
 * @param fillFwdPx the forward price at the time of the fill, for options
 * @param fillMarkPx the mark price at the time of the fill
 * @param side buy or sell
 * @param posSide which position is meant; net where there is one per instrument
 * @param execType whether it took liquidity or made it
 * @param feeCcy the currency of the fee
 * @param fee the fee: negative was paid, positive was received
 * @param ts when OKX made the statement
 * @param fillTime when it happened
 * @param feeRate the fee as a ratio of the value
 * @param tradeQuoteCcy the quote currency that the trade settles in
 */
public record Fill(
        InstType instType,
        String instId,
        String tradeId,
        String ordId,
        @Nullable String clOrdId,
        @Nullable String billId,
        @Nullable String subType,
        @Nullable String tag,
        @Nullable BigDecimal fillPx,
        @Nullable BigDecimal fillSz,
        @Nullable BigDecimal fillIdxPx,
        @Nullable BigDecimal fillPnl,
        @Nullable BigDecimal fillPxVol,
        @Nullable BigDecimal fillPxUsd,
        @Nullable BigDecimal fillMarkVol,
        @Nullable BigDecimal fillFwdPx,
        @Nullable BigDecimal fillMarkPx,
        Side side,
        @Nullable PosSide posSide,
        @Nullable ExecType execType,
        @Nullable String feeCcy,
        @Nullable BigDecimal fee,
        Instant ts,
        @Nullable Instant fillTime,
        @Nullable BigDecimal feeRate,
        @Nullable String tradeQuoteCcy) {}
