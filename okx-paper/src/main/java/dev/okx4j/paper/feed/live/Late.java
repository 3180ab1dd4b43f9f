package dev.okx4j.paper.feed.live;

import dev.okx4j.paper.feed.MarketEvent;
import java.time.Instant;

/** Gives an event that came to be known late the moment at which it counts; its evidence goes on telling OKX's own time. */
final class Late {

    private Late() {}

    static MarketEvent at(Instant ts, MarketEvent event) {
        if (event instanceof MarketEvent.Trade trade) {
            return new MarketEvent.Trade(
                    ts, trade.instId(), trade.tradeId(), trade.px(), trade.sz(), trade.side(), trade.evidence());
        } else if (event instanceof MarketEvent.Depth depth) {
            return new MarketEvent.Depth(
                    ts, depth.instId(), depth.snapshot(), depth.bids(), depth.asks(), depth.evidence());
        } else if (event instanceof MarketEvent.Mark mark) {
            return new MarketEvent.Mark(ts, mark.instId(), mark.px());
        } else if (event instanceof MarketEvent.Index index) {
            return new MarketEvent.Index(ts, index.instId(), index.px());
        } else if (event instanceof MarketEvent.OpenInterest interest) {
            return new MarketEvent.OpenInterest(ts, interest.instId(), interest.oi());
        } else if (event instanceof MarketEvent.FundingRate rate) {
            return new MarketEvent.FundingRate(ts, rate.instId(), rate.rate());
        }
        throw new IllegalArgumentException("a live market tells no " + event);
    }
}
