package dev.okx4j.tools.paper;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the paper exchange while market time ran; what does not belong to its kind is absent.
 *
 * @param type the kind: fill, trigger, order_canceled, algo_live, algo_canceled, funding or liquidation
 * @param ts when it happened, in market time
 * @param instId the instrument
 * @param ordId the order that filled, was cancelled or was set off
 * @param clOrdId the caller's own id of that order
 * @param algoId the algo order that was set off, became live or was cancelled
 * @param what the leg of the algo order that was set off
 * @param triggerPx the price at which the leg was to be set off, in quote currency
 * @param px the price that set it off, in quote currency
 * @param failCode OKX's code, if the order that it set off was refused
 * @param tradeId the id of the fill
 * @param side buy or sell
 * @param fillPx the price of the fill, in quote currency
 * @param fillSz the size of the fill: contracts, or base currency on spot
 * @param execType T for taker, M for maker
 * @param fee the fee of the fill in feeCcy; negative is paid
 * @param feeCcy the currency of the fee
 * @param fillPnl the profit that the fill realised, in the currency of settlement
 * @param evidence what the price of the fill is known from
 * @param cancelSource OKX's code for why the order was cancelled
 * @param rate the funding rate, as a fraction of the position's value
 * @param amount the funding in ccy; negative is paid
 * @param ccy the currency of the funding
 * @param mgnMode the margin mode of the liquidated position
 * @param markPx the mark price at the liquidation, in quote currency
 * @param pos the liquidated position, in contracts
 */
public record PaperEvent(
        String type,
        @Nullable Instant ts,
        @Nullable String instId,
        @Nullable String ordId,
        @Nullable String clOrdId,
        @Nullable String algoId,
        @Nullable String what,
        @Nullable BigDecimal triggerPx,
        @Nullable BigDecimal px,
        @Nullable String failCode,
        @Nullable String tradeId,
        @Nullable String side,
        @Nullable BigDecimal fillPx,
        @Nullable BigDecimal fillSz,
        @Nullable String execType,
        @Nullable BigDecimal fee,
        @Nullable String feeCcy,
        @Nullable BigDecimal fillPnl,
        @Nullable Evidence evidence,
        @Nullable String cancelSource,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal amount,
        @Nullable String ccy,
        @Nullable String mgnMode,
        @Nullable BigDecimal markPx,
        @Nullable BigDecimal pos) {}
