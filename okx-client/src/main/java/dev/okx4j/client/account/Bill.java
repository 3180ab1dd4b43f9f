package dev.okx4j.client.account;

import dev.okx4j.client.model.ExecType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the balance, and what caused it.
 *
 * @param instType the kind of instrument
 * @param billId OKX's id of the bill
 * @param type OKX's number for the kind of bill
 * @param subType OKX's number for what happened
 * @param ts when the balance changed
 * @param balChg what the account's balance changed by
 * @param posBalChg what the position's balance changed by
 * @param bal the account's balance after it
 * @param posBal the position's balance after it
 * @param sz the quantity that it is about
 * @param px the price that it is about
 * @param ccy the currency
 * @param pnl the profit or loss in it
 * @param fee the fee: negative was paid, positive was received
 * @param earnAmt the amount earned automatically
 * @param earnApr the yearly rate of that
 * @param mgnMode how the position is margined
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ordId OKX's id of the order
 * @param execType whether it took liquidity or made it
 * @param from where a transfer came from: 6 funding, 18 trading
 * @param to where a transfer went: 6 funding, 18 trading
 * @param notes OKX's remarks
 * @param interest the interest in it
 * @param tag the caller's tag, up to 16 letters and digits
 * @param fillTime when the latest fill happened
 * @param tradeId the id of the trade
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 * @param fillIdxPx the index price at the time of the fill
 * @param fillMarkPx the mark price at the time of the fill
 * @param fillPxVol the fill as implied volatility, for options
 * @param fillPxUsd the fill in US dollars, for options
 * @param fillMarkVol the mark volatility at the time of the fill, for options
 * @param fillFwdPx the forward price at the time of the fill, for options
 */
public record Bill(
        @Nullable InstType instType,
        String billId,
        String type,
        String subType,
        Instant ts,
        @Nullable BigDecimal balChg,
        @Nullable BigDecimal posBalChg,
        @Nullable BigDecimal bal,
        @Nullable BigDecimal posBal,
        @Nullable BigDecimal sz,
        @Nullable BigDecimal px,
        @Nullable String ccy,
        @Nullable BigDecimal pnl,
        @Nullable BigDecimal fee,
        @Nullable BigDecimal earnAmt,
        @Nullable BigDecimal earnApr,
        @Nullable MgnMode mgnMode,
        @Nullable String instId,
        @Nullable String ordId,
        @Nullable ExecType execType,
        @Nullable String from,
        @Nullable String to,
        @Nullable String notes,
        @Nullable BigDecimal interest,
        @Nullable String tag,
        @Nullable Instant fillTime,
        @Nullable String tradeId,
        @Nullable String clOrdId,
        @Nullable BigDecimal fillIdxPx,
        @Nullable BigDecimal fillMarkPx,
        @Nullable BigDecimal fillPxVol,
        @Nullable BigDecimal fillPxUsd,
        @Nullable BigDecimal fillMarkVol,
        @Nullable BigDecimal fillFwdPx) {}
