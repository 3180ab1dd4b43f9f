package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.MarketEvent;

/** Takes in the reference prices that a feed tells. Margin goes by the mark price, so that one can liquidate. */
final class Prices {

    private final State state;
    private final Liquidation liquidation;

    Prices(State state, Liquidation liquidation) {
        this.state = state;
        this.liquidation = liquidation;
    }

    /** Takes in the mark price of a contract, and liquidates what it leaves under-margined. */
    void mark(MarketEvent.Mark event) {
        Market market = state.market(event.instId());
        market.mark(event.px());
        if (market.hasPrice()) {
            liquidation.check(market);
        }
    }

    /** Takes in the price of an index. */
    void index(MarketEvent.Index event) {
        state.indices.add(event);
    }
}
