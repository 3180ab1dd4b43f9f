package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.OptionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What options cost beside their premium: margin of short ones and fees, by OKX's published formulas.
 *
 * <p>For one coin, {@code unit} being one coin, or its index price when premiums are in dollars: initial margin of a
 * short {@code max(0.1, 0.15 − out of the money ÷ forward) × unit + mark}; maintenance margin of a short call
 * {@code c × unit + mark}, of a short put {@code max(c × unit, c × mark) + mark}, where c is 0.03 for BTC and 0.05 for other coins. OKX's
 * margin factor, which grows with the position, is 1. A long option has been paid for and needs no margin.
 */
final class OptionMargin {

    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal NORMAL = new BigDecimal("0.15");
    private static final BigDecimal MAINTENANCE_BTC = new BigDecimal("0.03");
    private static final BigDecimal MAINTENANCE = new BigDecimal("0.05");
    private static final BigDecimal CAP = new BigDecimal("0.07");
    private static final BigDecimal FORMER_CAP = new BigDecimal("0.125");
    /** When OKX lowered the cap on fees from 12.5 % to 7 % of the premium. */
    private static final Instant LOWERED = Instant.parse("2025-05-15T07:00:00Z");
    /** The rate of an exercise, unless the taker rate is lower. */
    private static final BigDecimal EXERCISE = new BigDecimal("0.0002");

    private OptionMargin() {}

    /** Returns the initial margin of so many short contracts at the mark price of now. */
    static BigDecimal initial(Market market, BigDecimal contracts) {
        BigDecimal part = LEAST;
        BigDecimal forward = market.forward();
        if (forward != null) {
            BigDecimal strike = Objects.requireNonNull(market.spec.stk());
            boolean call = market.spec.optType() == OptionType.C;
            BigDecimal out = (call ? strike.subtract(forward) : forward.subtract(strike)).max(BigDecimal.ZERO);
            part = NORMAL.subtract(out.divide(forward, Rounding.FINE, RoundingMode.HALF_EVEN)).max(LEAST);
        }
        BigDecimal coin = part.multiply(unit(market)).add(market.mark());
        return coin.multiply(market.spec.face()).multiply(contracts);
    }

    /** Returns the maintenance margin of a position at a mark price: of a long one nothing. */
    static BigDecimal maintenance(Market market, Holding holding, BigDecimal mark) {
        if (holding.isLong()) {
            return BigDecimal.ZERO;
        }
        BigDecimal rate = rate(market.spec);
        BigDecimal part = rate.multiply(unit(market));
        if (market.spec.optType() == OptionType.P) {
            part = part.max(rate.multiply(mark));
        }
        return part.add(mark).multiply(market.spec.face()).multiply(holding.pos.abs());
    }

    /** Returns the mark price at which an equity no longer covers a short position and its closing fee, or null. */
    static @Nullable BigDecimal liquidation(Market market, Holding holding, BigDecimal equity) {
        if (holding.isLong()) {
            return null;
        }
        BigDecimal coins = holding.pos.abs().multiply(market.spec.face());
        BigDecimal px = equity.divide(coins, Rounding.PRICE, RoundingMode.CEILING)
                .subtract(rate(market.spec).multiply(unit(market)))
                .subtract(market.spec.takerFee().negate().multiply(unit(market)));
        BigDecimal tick = Rounding.ceil(px, market.spec.tickSz());
        return tick.signum() > 0 ? tick : null;
    }

    /**
     * Returns what an order has to have.
     *
     * <p>A buy pays premium and fee; what buys back a short position needs only what its margin does not free. A sale that
     * opens needs the initial margin less the premium, and at least {@code 0.1 × unit}; one that closes needs nothing.
     *
     * @param opening contracts that would open
     * @param closing contracts that would close
     * @param freed margin that the closing ones would free
     */
    static BigDecimal order(
            Market market, Side side, BigDecimal opening, BigDecimal closing, BigDecimal px, BigDecimal freed, Instant now) {
        if (side == Side.BUY) {
            BigDecimal buysBack = market.value(closing, px).subtract(freed).max(BigDecimal.ZERO);
            return market.value(opening, px).add(buysBack).add(fee(market, opening.add(closing), px, now));
        }
        if (opening.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal least = LEAST.multiply(unit(market)).multiply(market.spec.face()).multiply(opening);
        return initial(market, opening)
                .subtract(market.value(opening, px))
                .max(least)
                .add(fee(market, opening, px, now));
    }

    /** Returns the taker fee of a trade, as an amount above zero. */
    static BigDecimal fee(Market market, BigDecimal contracts, BigDecimal px, Instant now) {
        return fee(market, market.spec.takerFee(), contracts, px, now).negate().max(BigDecimal.ZERO);
    }

    /** Returns the fee of a trade with OKX's sign: a rate of the coins, and at most a part of the premium. */
    static BigDecimal fee(Market market, BigDecimal rate, BigDecimal contracts, BigDecimal px, Instant now) {
        BigDecimal byRate = contracts.multiply(market.spec.face()).multiply(unit(market)).multiply(rate);
        BigDecimal most = market.value(contracts, px).multiply(now.isBefore(LOWERED) ? FORMER_CAP : CAP);
        return byRate.max(most.negate());
    }

    /** Returns the fee of an exercise with OKX's sign; one of less than a week, which does not end on a Friday, is free. */
    static BigDecimal exerciseFee(Market market, BigDecimal contracts, BigDecimal payoff, Instant end) {
        if (end.atZone(ZoneOffset.UTC).getDayOfWeek() != DayOfWeek.FRIDAY) {
            return BigDecimal.ZERO;
        }
        BigDecimal rate = market.spec.takerFee().max(EXERCISE.negate()).min(BigDecimal.ZERO);
        return fee(market, rate, contracts, payoff, end);
    }

    /** Returns what the rates are of: one coin, or what it is worth in dollars. */
    private static BigDecimal unit(Market market) {
        return market.spec.settleCcy().equals(market.spec.baseCcy()) ? BigDecimal.ONE : market.index();
    }

    private static BigDecimal rate(InstrumentSpec spec) {
        return spec.baseCcy().equals("BTC") ? MAINTENANCE_BTC : MAINTENANCE;
    }
}
