package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call auction stands.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param eqPx the price at which most would trade
 * @param matchedSz the size that would trade at it, of each side
 * @param unmatchedSz the size that would be left over
 * @param auctionEndTime when the auction ends
 * @param state whether the auction goes on or normal trading has begun
 * @param ts when OKX made the statement
 */
public record CallAuction(
        String instId,
        @Nullable BigDecimal eqPx,
        @Nullable BigDecimal matchedSz,
        @Nullable BigDecimal unmatchedSz,
        @Nullable Instant auctionEndTime,
        AuctionState state,
        Instant ts) {}
