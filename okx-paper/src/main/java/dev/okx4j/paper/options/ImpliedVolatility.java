package dev.okx4j.paper.options;

import dev.okx4j.paper.feed.OptionType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The volatility that a price of an option stands for, found by halving the range that it lies in. */
public final class ImpliedVolatility {

    private static final int SCALE = 6;
    /** OKX tells no volatility above 100 times a year's price either. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final MathContext MC = MathContext.DECIMAL64;

    private ImpliedVolatility() {}

    /**
     * Returns the volatility at which an option is worth so many dollars, to 6 decimals, half to even; 0 when it is worth
     * no less without any, or no time is left, and 100 when it is never worth so much.
     */
    public static BigDecimal of(
            OptionType type, BigDecimal forward, BigDecimal strike, BigDecimal years, BigDecimal price) {
        if (years.signum() <= 0 || worth(type, forward, strike, years, BigDecimal.ZERO).compareTo(price) >= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ONE;
        while (worth(type, forward, strike, years, high).compareTo(price) < 0) {
            if (high.compareTo(MOST) >= 0) {
                return MOST;
            }
            low = high;
            high = high.multiply(Real.TWO).min(MOST);
        }
        BigDecimal step = BigDecimal.ONE.movePointLeft(SCALE + 1);
        while (high.subtract(low).compareTo(step) > 0) {
            BigDecimal middle = low.add(high).divide(Real.TWO, MC);
            if (worth(type, forward, strike, years, middle).compareTo(price) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low.add(high).divide(Real.TWO, SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal worth(
            OptionType type, BigDecimal forward, BigDecimal strike, BigDecimal years, BigDecimal sigma) {
        return Black76.of(type, forward, strike, years, sigma).price();
    }
}
