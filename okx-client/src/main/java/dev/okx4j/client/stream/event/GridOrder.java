package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of a grid bot.
 *
 * @param algoId OKX's id of the bot
 * @param algoClOrdId the caller's own id of the bot
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param algoOrdType the kind of bot
 * @param groupId the grid that it belongs to
 * @param ordId OKX's id of the order
 * @param cTime when it was created
 * @param uTime when it last changed
 * @param tdMode how it is margined
 * @param tag the caller's tag
 * @param ordType how it meets the book
 * @param sz the size: contracts for derivatives, else base currency
 * @param state how far it has come
 * @param side buy or sell
 * @param px the price
 * @param fee the fee: negative was paid, positive was received
 * @param feeCcy the currency of the fee
 * @param rebate the rebate received
 * @param rebateCcy the currency of the rebate
 * @param avgPx the average price of all fills
 * @param accFillSz the size filled so far
 * @param posSide which position is meant; net where there is one per instrument
 * @param pnl the profit or loss of what was closed, before fees
 * @param ctVal what one contract stands for, in ctValCcy
 * @param lever the leverage
 * @param pTime when OKX pushed it
 */
public record GridOrder(
        String algoId,
        @Nullable String algoClOrdId,
        InstType instType,
        String instId,
        @Nullable BotType algoOrdType,
        @Nullable String groupId,
        String ordId,
        Instant cTime,
        Instant uTime,
        @Nullable TdMode tdMode,
        @Nullable String tag,
        OrdType ordType,
        @Nullable BigDecimal sz,
        GridOrderState state,
        Side side,
        @Nullable BigDecimal px,
        @Nullable BigDecimal fee,
        @Nullable String feeCcy,
        @Nullable BigDecimal rebate,
        @Nullable String rebateCcy,
        @Nullable BigDecimal avgPx,
        @Nullable BigDecimal accFillSz,
        @Nullable PosSide posSide,
        @Nullable BigDecimal pnl,
        @Nullable BigDecimal ctVal,
        @Nullable BigDecimal lever,
        Instant pTime) {}
