package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Options following volatility, time and the price of their coin, whichever has changed.
 *
 * <p>One of which nothing recorded has traded trades at its mark price on the tick: its depth is modelled around it, and a
 * resting order that this price passes fills at its own limit, all of one side together up to one side of the modelled
 * depth.
 */
final class OptionDesk {

    private static final BigDecimal MOST = BigDecimal.valueOf(200);
    private static final String PASSED = "the mark price on the tick passed the resting order's limit, which therefore"
            + " filled, up to the modelled depth of a side";

    private final State state;
    private final QueueDesk queueDesk;
    private final Liquidation liquidation;

    OptionDesk(State state, QueueDesk queueDesk, Liquidation liquidation) {
        this.state = state;
        this.queueDesk = queueDesk;
        this.liquidation = liquidation;
    }

    /** Takes in a volatility: of one option, or of all of a family, which has its name in place of an instrument's. */
    void tell(MarketEvent.Volatility event) {
        Market one = state.markets.get(event.instId());
        for (Market market : one == null ? List.copyOf(state.markets.values()) : List.of(one)) {
            if (market.option != null && (market == one || market.spec.instFamily().equals(event.instId()))) {
                market.option.sigma(event.sigma());
                if (market.isModelled()) {
                    remodel(market);
                }
            }
        }
    }

    /** Lets the account's options follow after an event: orders meet the price of the model, then margin is checked. */
    void follow() {
        Set<Market> concerned = new LinkedHashSet<>();
        for (Working order : state.orders.open()) {
            if (order.spec.optType() != null) {
                concerned.add(state.market(order.spec.instId()));
            }
        }
        for (Holding holding : state.positions.all()) {
            if (holding.isOption()) {
                concerned.add(state.market(holding.instId));
            }
        }
        for (Market market : concerned) {
            if (!market.isExpired() && market.hasPrice()) {
                trade(market);
                liquidation.check(market);
            }
        }
    }

    private void trade(Market market) {
        if (market.option == null || !market.isModelled() || !market.option.hasMoved()) {
            return;
        }
        remodel(market);
        pass(market, Side.BUY, market.last());
        pass(market, Side.SELL, market.last());
    }

    /** Fills the orders of a side whose limits the price is beyond, best price first. */
    private void pass(Market market, Side side, BigDecimal px) {
        BigDecimal left = market.spec.minSz().multiply(MOST);
        for (OrderBook.Stand stand : market.book.standing(side, Desk.OWNER)) {
            boolean passed = side == Side.BUY ? stand.px().compareTo(px) > 0 : stand.px().compareTo(px) < 0;
            if (!passed || left.signum() == 0) {
                return;
            }
            left = left.subtract(queueDesk.fill(market, stand, left, PASSED));
        }
    }

    private void remodel(Market market) {
        if (market.option != null) {
            market.remodel(
                    state.now,
                    new Evidence(
                            "volatility " + market.option.sigma() + " of the feed",
                            "no trade of this option is recorded: its price is Black-76 on the forward price, on the tick",
                            "M"));
        }
    }
}
