package dev.okx4j.paper.feed;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Makes recorded events with the evidence that they carry, which names the record and not the file that it was read from. */
final class MarketEvents {
    static final String TRADE_RULE = "a recorded trade";
    static final String BOOK_RULE = "a recorded book";
    static final String TICKER_RULE = "the last price that a ticker told; no trade is made of it";

    private MarketEvents() {}

    static MarketEvent.Trade trade(Instant ts, String instId, String tradeId, BigDecimal px, BigDecimal sz, Side side) {
        return new MarketEvent.Trade(
                ts,
                instId,
                tradeId,
                px,
                sz,
                side,
                new Evidence("trade " + tradeId + " " + ts + " of " + instId, TRADE_RULE, "B"));
    }

    static MarketEvent.Depth depth(
            Instant ts, String instId, boolean snapshot, List<MarketEvent.Level> bids, List<MarketEvent.Level> asks) {
        return new MarketEvent.Depth(
                ts, instId, snapshot, bids, asks, new Evidence("book " + ts + " of " + instId, BOOK_RULE, "A"));
    }

    /** Returns a price of which nothing but itself is known: no volume traded on the way to it. */
    static MarketEvent.Move print(Instant ts, String instId, BigDecimal px, Evidence evidence) {
        return new MarketEvent.Move(ts, instId, px, px, BigDecimal.ZERO, evidence);
    }

    static MarketEvent.Move ticker(Instant ts, String instId, BigDecimal px) {
        return print(ts, instId, px, new Evidence("ticker " + ts + " of " + instId, TICKER_RULE, "B"));
    }
}
