package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Works out how large an order the account could place, with the rules that would refuse a larger one. */
final class Capacity {

    private final State state;
    private final Funds funds;

    Capacity(State state, Funds funds) {
        this.state = state;
        this.funds = funds;
    }

    /** Returns what an order of a side could use: of spot the currency that it pays, else that of the margin. */
    BigDecimal available(InstrumentSpec spec, TradeMode mode, Side side) {
        String ccy = spec.isContract() ? spec.settleCcy() : side == Side.BUY ? spec.quoteCcy() : spec.baseCcy();
        return funds.available(ccy, mode).max(BigDecimal.ZERO);
    }

    /**
     * Returns the largest size of an order, in contracts or base currency: what closes a position against it, and what the
     * rest of the money and the position tiers let it open.
     *
     * @param px price that it is worked out at, or null for the price limit of a contract and the last price of spot
     * @param lever leverage in place of the one that is set, or null
     */
    BigDecimal largest(
            Market market, TradeMode mode, PosSide posSide, Side side, @Nullable BigDecimal px, @Nullable BigDecimal lever) {
        InstrumentSpec spec = market.spec;
        BigDecimal available = available(spec, mode, side);
        if (!spec.isContract()) {
            BigDecimal price = px == null ? market.last() : px;
            return Rounding.floor(side == Side.BUY ? spendable(market, available, price) : available, spec.lotSz());
        }
        BigDecimal price = px == null ? market.limit(side) : px;
        BigDecimal leverage = lever == null ? state.positions.lever(spec, mode, posSide) : lever;
        Holding held = state.positions.find(spec.instId(), mode, posSide);
        boolean closes = held != null && posSide == PosSide.NET && held.reducingSide() == side;
        BigDecimal same = held == null || closes ? BigDecimal.ZERO : held.pos.abs();
        BigDecimal closing = held != null && closes ? held.pos.abs() : BigDecimal.ZERO;
        BigDecimal left = available.subtract(Funds.fee(market, market.value(closing, price)));
        BigDecimal opens = opening(market, left.max(BigDecimal.ZERO), price, leverage)
                .min(spec.largest(leverage).subtract(same))
                .max(BigDecimal.ZERO);
        return Rounding.floor(opens.add(closing), spec.lotSz());
    }

    /** Returns the base currency that an amount of quote currency buys, the fee included where the quote pays it. */
    private BigDecimal spendable(Market market, BigDecimal available, BigDecimal price) {
        BigDecimal dear = state.account.feeType.equals(AccountSettings.QUOTE)
                ? price.add(Funds.fee(market, price))
                : price;
        return Rounding.floor(available.divide(dear, Rounding.FINE, RoundingMode.DOWN), market.spec.lotSz());
    }

    /** Returns the contracts whose margin and fee an amount covers, in whole lots. */
    private static BigDecimal opening(Market market, BigDecimal available, BigDecimal price, BigDecimal lever) {
        BigDecimal lot = market.spec.lotSz();
        BigDecimal one = market.value(lot, price);
        BigDecimal cost = one.divide(lever, Rounding.FINE, RoundingMode.UP).add(Funds.fee(market, one));
        if (cost.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal lots = available.divide(cost, 0, RoundingMode.DOWN);
        // The margin of many lots is rounded once, so that a lot may have to go.
        while (lots.signum() > 0
                && Funds.marginAndFee(market, market.value(lots.multiply(lot), price), lever)
                                .compareTo(available)
                        > 0) {
            lots = lots.subtract(BigDecimal.ONE);
        }
        return lots.multiply(lot);
    }
}
