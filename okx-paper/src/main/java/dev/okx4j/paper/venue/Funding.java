package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;

/**
 * Charges funding to the positions that are open at the funding time: {@code notional at mark × rate}, which longs pay
 * to shorts when the rate is positive. The other side is the house.
 */
final class Funding {

    private final State state;
    private final Liquidation liquidation;

    Funding(State state, Liquidation liquidation) {
        this.state = state;
        this.liquidation = liquidation;
    }

    /** Charges a rate to every position of the instrument, then liquidates what it has left under-margined. */
    void charge(MarketEvent.FundingRate event) {
        for (Holding holding : state.positions.of(event.instId())) {
            BigDecimal mark = state.mark(holding);
            BigDecimal amount = Valuation.value(holding.spec, holding.pos, mark)
                    .multiply(event.rate())
                    .negate();
            String ccy = holding.spec.settleCcy();
            Wallet to = holding.isIsolated() ? Wallet.margin(holding) : Wallet.of(Wallet.Kind.CASH, ccy);
            state.ledger.move(Wallet.of(Wallet.Kind.HOUSE, ccy), to, amount);
            holding.fundingFee = holding.fundingFee.add(amount);
            holding.uTime = state.now;
            String subType = amount.signum() < 0 ? "173" : "174";
            Bills.funding(state, Bills.Entry.of("8", subType, holding), amount, holding.pos.abs(), mark);
            state.tape.event(new VenueEvent.Funded(state.now, holding.instId, event.rate(), amount, ccy));
        }
        Market market = state.markets.get(event.instId());
        if (market != null) {
            market.charged.add(event);
        }
        if (market != null && market.hasPrice()) {
            liquidation.check(market);
        }
    }
}
