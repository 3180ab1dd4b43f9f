package dev.okx4j.paper.options;

import static dev.okx4j.paper.options.Real.FINE;
import static dev.okx4j.paper.options.Real.MC;

import java.math.BigDecimal;

/** The standard normal distribution, right to 30 decimals. */
final class Normal {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ONE_OVER_ROOT_TWO_PI =
            new BigDecimal("0.39894228040143267793994605993438186847585863116493465766593");
    /** Beyond this the tail is less than 1E-38. */
    private static final BigDecimal FAR = BigDecimal.valueOf(13);

    private static final BigDecimal NOTHING = new BigDecimal("1E-44");

    private Normal() {}

    /** Returns the density at a point. */
    static BigDecimal density(BigDecimal x) {
        BigDecimal power = x.multiply(x, FINE).multiply(HALF).negate();
        return Real.exp(power).multiply(ONE_OVER_ROOT_TWO_PI, MC);
    }

    /** Returns the probability of a value up to a point; of two points as far from zero it adds up to exactly 1. */
    static BigDecimal below(BigDecimal x) {
        return x.signum() < 0 ? BigDecimal.ONE.subtract(belowPositive(x.negate())) : belowPositive(x);
    }

    /** ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …): every term is positive, so nothing cancels. */
    private static BigDecimal belowPositive(BigDecimal x) {
        if (x.compareTo(FAR) > 0) {
            return BigDecimal.ONE;
        }
        BigDecimal square = x.multiply(x, FINE);
        BigDecimal sum = x;
        BigDecimal term = x;
        BigDecimal density = density(x);
        for (int n = 3; term.multiply(density, MC).compareTo(NOTHING) > 0; n += 2) {
            term = term.multiply(square, FINE).divide(BigDecimal.valueOf(n), FINE);
            sum = sum.add(term, FINE);
        }
        return HALF.add(sum.multiply(density, FINE), FINE).min(BigDecimal.ONE);
    }
}
