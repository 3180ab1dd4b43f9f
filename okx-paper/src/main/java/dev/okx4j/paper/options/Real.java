package dev.okx4j.paper.options;

import java.math.BigDecimal;
import java.math.MathContext;

/** Exponential, logarithm and square root of decimals, to 34 significant digits; worked out with ten more. */
final class Real {

    /** What results are rounded to. */
    static final MathContext MC = MathContext.DECIMAL128;
    /** What is calculated with on the way. */
    static final MathContext FINE = new MathContext(MC.getPrecision() + 10);

    static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LN_2 = new BigDecimal("0.69314718055994530941723212145817656807550013436025525412068");
    private static final BigDecimal LOW = new BigDecimal("0.7");
    private static final BigDecimal HIGH = new BigDecimal("1.4");
    /** An argument is halved until it is smaller than this; then few terms of the series are needed. */
    private static final BigDecimal SMALL = new BigDecimal("0.02");
    /** Below this a term changes nothing any more. */
    private static final BigDecimal NOTHING = new BigDecimal("1E-48");

    private Real() {}

    /** Returns e to the power of x; beyond all use far below zero it is 0. */
    static BigDecimal exp(BigDecimal x) {
        if (x.compareTo(BigDecimal.valueOf(-10_000)) < 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal small = x;
        int halvings = 0;
        while (small.abs().compareTo(SMALL) > 0) {
            small = small.multiply(HALF, FINE);
            halvings++;
        }
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(NOTHING) > 0; n++) {
            term = term.multiply(small, FINE).divide(BigDecimal.valueOf(n), FINE);
            sum = sum.add(term, FINE);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, FINE);
        }
        return sum.round(MC);
    }

    /** Returns the natural logarithm of a number above zero. */
    static BigDecimal ln(BigDecimal x) {
        BigDecimal mantissa = x;
        int twos = 0;
        while (mantissa.compareTo(HIGH) > 0) {
            mantissa = mantissa.multiply(HALF, FINE);
            twos++;
        }
        while (mantissa.compareTo(LOW) < 0) {
            mantissa = mantissa.multiply(TWO, FINE);
            twos--;
        }
        // ln m = 2 (y + y³/3 + y⁵/5 + …) with y = (m − 1) / (m + 1)
        BigDecimal y = mantissa.subtract(BigDecimal.ONE).divide(mantissa.add(BigDecimal.ONE), FINE);
        BigDecimal square = y.multiply(y, FINE);
        BigDecimal sum = y;
        BigDecimal power = y;
        for (int n = 3; power.abs().compareTo(NOTHING) > 0; n += 2) {
            power = power.multiply(square, FINE);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), FINE), FINE);
        }
        return sum.multiply(TWO).add(LN_2.multiply(BigDecimal.valueOf(twos)), FINE).round(MC);
    }

    /** Returns the square root of a number that is not negative. */
    static BigDecimal sqrt(BigDecimal x) {
        return x.sqrt(MC);
    }
}
