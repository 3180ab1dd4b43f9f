package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.options.Black76;
import dev.okx4j.paper.options.Greeks;
import dev.okx4j.paper.options.ImpliedVolatility;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds what the wire reads of options: volatilities, Greeks of instruments, positions and the account. */
final class OptionViews {

    private final State state;

    OptionViews(State state) {
        this.state = state;
    }

    /** Returns the options of a family that are priced and have not ended; of one expiry when it is given. */
    List<OptionView> summary(String family, @Nullable Instant expTime) {
        List<OptionView> views = new ArrayList<>();
        for (Market market : state.markets.values()) {
            OptionPricing option = market.option;
            if (option != null
                    && market.spec.instFamily().equals(family)
                    && (expTime == null || expTime.equals(market.spec.expTime()))
                    && !market.isExpired()) {
                Black76 model = option.model();
                if (model != null) {
                    views.add(view(market, option, model));
                }
            }
        }
        return views;
    }

    private OptionView view(Market market, OptionPricing option, Black76 model) {
        BigDecimal forward = Objects.requireNonNull(option.forward());
        BigDecimal worth = model.coinPrice();
        return new OptionView(
                market.spec,
                market.mark(),
                model.greeks(),
                Objects.requireNonNull(option.sigma()),
                volatility(market, option, forward, Side.BUY),
                volatility(market, option, forward, Side.SELL),
                atTheMoney(market.spec, forward),
                forward,
                worth.signum() == 0 ? null : BigDecimal.ONE.divide(worth, Rounding.PRICE, RoundingMode.HALF_EVEN),
                state.now);
    }

    private static BigDecimal volatility(Market market, OptionPricing option, BigDecimal forward, Side side) {
        List<OrderBook.Row> best = market.hasPrice() ? market.rows(side, 1) : List.of();
        if (best.isEmpty()) {
            return BigDecimal.ZERO;
        }
        InstrumentSpec spec = market.spec;
        BigDecimal px = best.get(0).px();
        return ImpliedVolatility.of(
                Objects.requireNonNull(spec.optType()),
                forward,
                Objects.requireNonNull(spec.stk()),
                option.years(),
                spec.settleCcy().equals(spec.baseCcy()) ? px.multiply(forward) : px);
    }

    /** Returns the volatility of the option of a family and expiry whose strike is nearest to the forward price. */
    private @Nullable BigDecimal atTheMoney(InstrumentSpec spec, BigDecimal forward) {
        BigDecimal nearest = null;
        BigDecimal sigma = null;
        for (Market market : state.markets.values()) {
            if (market.option != null
                    && market.option.sigma() != null
                    && market.spec.instFamily().equals(spec.instFamily())
                    && Objects.equals(market.spec.expTime(), spec.expTime())) {
                BigDecimal away = Objects.requireNonNull(market.spec.stk()).subtract(forward).abs();
                if (nearest == null || away.compareTo(nearest) < 0) {
                    nearest = away;
                    sigma = market.option.sigma();
                }
            }
        }
        return sigma;
    }

    /** Returns the worth and the Greeks of a position in an option, or null of another; of no price, of nothing. */
    PositionView.@Nullable OptionPart part(Holding holding) {
        return holding.isOption()
                ? new PositionView.OptionPart(holding.optVal(state.mark(holding)), greeks(holding))
                : null;
    }

    /**
     * Returns the Greeks of all positions by the coin that they are about.
     *
     * <p>A future or swap is so many coins: of an inverse one what its dollars buy at the mark price.
     */
    Map<String, Greeks> greeks() {
        Map<String, Greeks> sums = new TreeMap<>();
        for (Holding holding : state.positions.all()) {
            sums.merge(holding.spec.baseCcy(), greeks(holding), Greeks::plus);
        }
        return sums;
    }

    private Greeks greeks(Holding holding) {
        BigDecimal coins = holding.pos.multiply(holding.spec.face());
        Market market = state.market(holding.instId);
        if (holding.isOption()) {
            Black76 model = market.option == null ? null : market.option.model();
            return model == null ? Greeks.NONE : model.greeks().times(coins);
        }
        if (holding.posSide == PosSide.SHORT && coins.signum() > 0) {
            coins = coins.negate();
        }
        return Greeks.delta(
                holding.spec.isInverse()
                        ? coins.divide(market.mark(), Rounding.FINE, RoundingMode.HALF_EVEN)
                        : coins);
    }
}
