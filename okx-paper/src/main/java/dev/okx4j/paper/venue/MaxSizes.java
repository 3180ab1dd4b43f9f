package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Preview;
import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large an order the account could place: the largest size in lots that would be accepted as a resting limit order,
 * found by the same rules that accept one.
 */
final class MaxSizes {


    private final State state;
    private final Funds funds;
    private final Purse purse;
    private final PositionLimits limits;

    MaxSizes(State state, Funds funds) {
        this.state = state;
        this.funds = funds;
        this.purse = new Purse(state, funds);
        this.limits = new PositionLimits(state);
    }

    /** Returns the largest sizes at a price, or at the last one; with a leverage, or with the one that is set. */
    MaxSizeView of(Market market, TradeMode mode, @Nullable BigDecimal px, @Nullable BigDecimal lever) {
        BigDecimal at = px == null ? market.last() : px;
        return new MaxSizeView(
                market.spec.instId(),
                market.spec.isContract() ? market.spec.settleCcy() : market.spec.baseCcy(),
                largest(market, ticket(market, mode, Side.BUY, at), lever),
                largest(market, ticket(market, mode, Side.SELL, at), lever));
    }

    /** Returns what there is to trade with. */
    MaxAvailView available(Market market, TradeMode mode) {
        boolean contract = market.spec.isContract();
        String bought = contract ? market.spec.settleCcy() : market.spec.quoteCcy();
        String sold = contract ? market.spec.settleCcy() : market.spec.baseCcy();
        return new MaxAvailView(
                market.spec.instId(),
                funds.available(bought, mode).max(BigDecimal.ZERO),
                funds.available(sold, mode).max(BigDecimal.ZERO));
    }

    /** Searches by halves: what is accepted at one size is accepted at every smaller one. */
    private BigDecimal largest(Market market, OrderTicketBuilder ticket, @Nullable BigDecimal lever) {
        BigDecimal lot = market.spec.lotSz();
        BigInteger least = BigInteger.ZERO;
        BigInteger beyond = BigInteger.ONE;
        while (fits(market, ticket, lot, beyond, lever)) {
            least = beyond;
            beyond = beyond.shiftLeft(1);
        }
        while (beyond.subtract(least).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = least.add(beyond).shiftRight(1);
            if (fits(market, ticket, lot, middle, lever)) {
                least = middle;
            } else {
                beyond = middle;
            }
        }
        return new BigDecimal(least).multiply(lot);
    }

    private boolean fits(
            Market market, OrderTicketBuilder ticket, BigDecimal lot, BigInteger lots, @Nullable BigDecimal lever) {
        OrderTicket order = ticket.sz(new BigDecimal(lots).multiply(lot)).build();
        return purse.canPay(market, order, order.px(), Preview.NOTHING, lever)
                && (!market.spec.isContract() || limits.allows(market, order, leverOf(market, order, lever)));
    }

    private BigDecimal leverOf(Market market, OrderTicket order, @Nullable BigDecimal lever) {
        return lever == null ? state.positions.lever(market.spec, order) : lever;
    }

    private OrderTicketBuilder ticket(Market market, TradeMode mode, Side side, BigDecimal px) {
        PosSide sided = side == Side.BUY ? PosSide.LONG : PosSide.SHORT;
        return OrderTicketBuilder.builder()
                .instId(market.spec.instId())
                .tdMode(mode)
                .side(side)
                .posSide(state.account.longShort && OrderRules.hasSides(market.spec) ? sided : null)
                .ordType(OrderType.LIMIT)
                .px(px)
                .attachAlgoOrds(List.of());
    }
}
