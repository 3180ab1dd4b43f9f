package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Preview;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large an order the account could place: the largest size in lots that would be accepted as a resting limit order,
 * found with the very rules that accept one.
 */
final class Capacity {

    private static final Preview NOTHING = new Preview(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    private final State state;
    private final Funds funds;
    private final Purse purse;
    private final PositionLimits limits;

    Capacity(State state, Funds funds) {
        this.state = state;
        this.funds = funds;
        this.purse = new Purse(state, funds);
        this.limits = new PositionLimits(state);
    }

    /** Returns what an order of a side could use: of spot the currency that it pays, else that of the margin. */
    BigDecimal available(InstrumentSpec spec, TradeMode mode, Side side) {
        String ccy = spec.isContract() ? spec.settleCcy() : side == Side.BUY ? spec.quoteCcy() : spec.baseCcy();
        return funds.available(ccy, mode).max(BigDecimal.ZERO);
    }

    /**
     * Returns the largest size of an order, in contracts or base currency: what closes a position against it, and what
     * the rest of the money and the position tiers let it open.
     *
     * @param px price that it is worked out at, or null for the price limit of a contract and the last price of spot
     * @param lever leverage in place of the one that is set, or null
     */
    BigDecimal largest(
            Market market, TradeMode mode, PosSide posSide, Side side, @Nullable BigDecimal px, @Nullable BigDecimal lever) {
        OrderTicketBuilder ticket = OrderTicketBuilder.builder()
                .instId(market.spec.instId())
                .tdMode(mode)
                .side(side)
                .posSide(posSide)
                .ordType(OrderType.LIMIT)
                .px(px == null ? market.spec.isContract() ? market.limit(side) : market.last() : px)
                .attachAlgoOrds(List.of());
        BigInteger fits = BigInteger.ZERO;
        BigInteger beyond = BigInteger.ONE;
        while (fits(market, ticket, beyond, lever)) {
            fits = beyond;
            beyond = beyond.shiftLeft(1);
        }
        while (beyond.subtract(fits).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = fits.add(beyond).shiftRight(1);
            if (fits(market, ticket, middle, lever)) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return new BigDecimal(fits).multiply(market.spec.lotSz());
    }

    /** Returns whether an order of so many lots would be accepted; if it is, so is every smaller one. */
    private boolean fits(Market market, OrderTicketBuilder ticket, BigInteger lots, @Nullable BigDecimal lever) {
        OrderTicket order =
                ticket.sz(new BigDecimal(lots).multiply(market.spec.lotSz())).build();
        if (!purse.canPay(market, order, order.px(), NOTHING, lever)) {
            return false;
        }
        return !market.spec.isContract()
                || limits.allows(market, order, lever == null ? state.positions.lever(market.spec, order) : lever);
    }
}
