package dev.okx4j.paper.feed.live;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of OKX's public data that the client has no method for; public because the client makes them. */
public final class Rows {

    private Rows() {}

    /** A trade. */
    public record RecentTrade(String instId, String tradeId, BigDecimal px, BigDecimal sz, String side, Instant ts) {}

    /** The price of an index. */
    public record IndexTicker(String instId, BigDecimal idxPx, Instant ts) {}

    /** The funding rate of a swap: the one that will be charged at {@code fundingTime}, and the one charged last. */
    public record FundingRate(
            String instId,
            Instant fundingTime,
            @Nullable BigDecimal fundingRate,
            @Nullable BigDecimal settFundingRate) {}

    /** The open interest of a contract. */
    public record OpenInterest(String instId, BigDecimal oi, Instant ts) {}
}
