package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.time.Instant;

/** Something that happened on the market, in the feed's own time. */
public sealed interface MarketEvent {

    /** Returns when it was complete. */
    Instant ts();

    /** Returns the instrument it concerns. */
    String instId();

    /**
     * One leg of the price path: every price from {@code from} to {@code to} traded, in that direction.
     *
     * <p>A {@code from} that differs from the price before is a gap, in which nothing traded.
     *
     * @param volume what traded on this leg, in contracts or base currency; zero for an opening print, of which only
     *     the price is known
     * @param liquidity the volume that a modelled depth may be made of: the leg's own, or for an opening print that of
     *     the leg before it, because what the new candle will trade is not known yet
     */
    record Move(
            Instant ts,
            String instId,
            BigDecimal from,
            BigDecimal to,
            BigDecimal volume,
            BigDecimal liquidity,
            Evidence evidence)
            implements MarketEvent {

        /** Makes a leg whose depth is modelled from its own volume. */
        public Move(Instant ts, String instId, BigDecimal from, BigDecimal to, BigDecimal volume, Evidence evidence) {
            this(ts, instId, from, to, volume, volume, evidence);
        }
    }

    /** A funding rate that is charged to the holders of positions at this moment; positive means longs pay shorts. */
    record FundingRate(Instant ts, String instId, BigDecimal rate) implements MarketEvent {}
}
