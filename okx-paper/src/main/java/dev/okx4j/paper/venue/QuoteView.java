package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.Evidence;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instrument's price now.
 *
 * @param last last traded price, which is also the mark price
 * @param bidPx best bid, or null when nobody bids
 * @param bidSz size at the best bid, in contracts or base currency, or null
 * @param askPx best ask, or null when nobody offers
 * @param askSz size at the best ask, in contracts or base currency, or null
 * @param buyLmt highest price of a buy order
 * @param sellLmt lowest price of a sell order
 * @param ts when it traded
 * @param evidence where the price is known from
 */
public record QuoteView(
        String instId,
        BigDecimal last,
        @Nullable BigDecimal bidPx,
        @Nullable BigDecimal bidSz,
        @Nullable BigDecimal askPx,
        @Nullable BigDecimal askSz,
        BigDecimal buyLmt,
        BigDecimal sellLmt,
        Instant ts,
        Evidence evidence) {}
