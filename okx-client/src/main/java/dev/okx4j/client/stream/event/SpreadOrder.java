package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order for a spread and what has become of it.
 *
 * @param sprdId the spread, such as BTC-USDT_BTC-USDT-SWAP
 * @param ordId OKX's id of the order
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 * @param tag the caller's tag
 * @param px the price
 * @param sz the size: contracts for derivatives, else base currency
 * @param ordType how it meets the book
 * @param side buy or sell
 * @param fillSz the size of the latest fill
 * @param fillPx the price of the latest fill
 * @param tradeId the id of the latest trade
 * @param accFillSz the size filled so far
 * @param pendingFillSz the size that can still be filled
 * @param pendingSettleSz the size that was filled and is not settled yet
 * @param canceledSz the size that was cancelled
 * @param avgPx the average price of all fills
 * @param state how far it has come
 * @param cancelSource OKX's number for who or what cancelled the order
 * @param uTime when it last changed
 * @param cTime when it was created
 * @param code OKX's code of why it failed, 0 when it did not
 * @param msg OKX's words for it
 * @param reqId the caller's own id of the amendment that the push is about
 * @param amendResult what became of it: 0 done, -1 failed
 */
public record SpreadOrder(
        String sprdId,
        String ordId,
        @Nullable String clOrdId,
        @Nullable String tag,
        @Nullable BigDecimal px,
        BigDecimal sz,
        OrdType ordType,
        Side side,
        @Nullable BigDecimal fillSz,
        @Nullable BigDecimal fillPx,
        @Nullable String tradeId,
        @Nullable BigDecimal accFillSz,
        @Nullable BigDecimal pendingFillSz,
        @Nullable BigDecimal pendingSettleSz,
        @Nullable BigDecimal canceledSz,
        @Nullable BigDecimal avgPx,
        OrderState state,
        @Nullable String cancelSource,
        Instant uTime,
        Instant cTime,
        @Nullable String code,
        @Nullable String msg,
        @Nullable String reqId,
        @Nullable String amendResult) {}
