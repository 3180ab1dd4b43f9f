package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The few places where a figure is not exact.
 *
 * <p>Products and sums are never rounded. A mean price and a share of a cost keep 16 decimals, half to even; the last
 * close of a position takes whatever cost is left, so that its profits add up to the exact cash flow. Margin keeps
 * 8 decimals, rounded down when it is taken or released and up when it is asked for. Ratios, for display, keep 8.
 */
final class Rounding {

    private static final int FINE = 16;
    private static final int COARSE = 8;

    private Rounding() {}

    /** Returns the part of a value that falls on a part of a quantity. */
    static BigDecimal share(BigDecimal value, BigDecimal part, BigDecimal whole) {
        return value.multiply(part).divide(whole, FINE, RoundingMode.HALF_EVEN);
    }

    static BigDecimal mean(BigDecimal value, BigDecimal qty) {
        return plain(value.divide(qty, FINE, RoundingMode.HALF_EVEN));
    }

    static BigDecimal marginTaken(BigDecimal notional, BigDecimal lever) {
        return plain(notional.divide(lever, COARSE, RoundingMode.DOWN));
    }

    static BigDecimal marginAsked(BigDecimal notional, BigDecimal lever) {
        return plain(notional.divide(lever, COARSE, RoundingMode.UP));
    }

    static BigDecimal marginReleased(BigDecimal margin, BigDecimal part, BigDecimal whole) {
        return plain(margin.multiply(part).divide(whole, COARSE, RoundingMode.DOWN));
    }

    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return plain(part.divide(whole, COARSE, RoundingMode.HALF_EVEN));
    }

    /** Returns the greatest multiple of a step that is not above the value. */
    static BigDecimal floor(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }

    /** Returns the least multiple of a step that is not below the value. */
    static BigDecimal ceil(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    static boolean isMultiple(BigDecimal value, BigDecimal step) {
        return value.remainder(step).signum() == 0;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
