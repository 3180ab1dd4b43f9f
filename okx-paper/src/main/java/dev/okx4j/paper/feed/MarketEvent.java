package dev.okx4j.paper.feed;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

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

    /**
     * A recorded trade between others.
     *
     * @param side the side of the taker
     * @param sz size in contracts or base currency
     */
    record Trade(Instant ts, String instId, String tradeId, BigDecimal px, BigDecimal sz, Side side, Evidence evidence)
            implements MarketEvent {}

    /**
     * A recorded book, or a change of it.
     *
     * @param snapshot whether the levels replace all that are known, rather than those at their own prices
     * @param bids levels of the buy side; a size of zero takes a level away
     * @param asks levels of the sell side
     */
    record Depth(Instant ts, String instId, boolean snapshot, List<Level> bids, List<Level> asks, Evidence evidence)
            implements MarketEvent {

        public Depth {
            bids = List.copyOf(bids);
            asks = List.copyOf(asks);
        }
    }

    /** One price of a recorded book, its size and its number of orders. */
    record Level(BigDecimal px, BigDecimal sz, int orders) {}

    /** The mark price of a contract, which margin and unrealised profit go by. */
    record Mark(Instant ts, String instId, BigDecimal px) implements MarketEvent {}

    /** The price of an index; {@code instId} is the index, such as {@code BTC-USD}. */
    record Index(Instant ts, String instId, BigDecimal px) implements MarketEvent {}

    /**
     * The implied volatility of an option.
     *
     * @param sigma a year's volatility as a fraction, such as 0.62
     */
    record Volatility(Instant ts, String instId, BigDecimal sigma) implements MarketEvent {}

    /** The contracts of an instrument that are held open. */
    record OpenInterest(Instant ts, String instId, BigDecimal oi) implements MarketEvent {}

    /** A funding rate that is charged to the holders of positions at this moment; positive means longs pay shorts. */
    record FundingRate(Instant ts, String instId, BigDecimal rate) implements MarketEvent {}
}
