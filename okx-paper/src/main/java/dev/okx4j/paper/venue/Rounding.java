package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The few places where a figure is not exact.
 *
 * <p>Products and sums are never rounded. A mean price and a share of a cost keep 16 decimals, half to even; the last
 * close of a position takes whatever cost is left, so that its profits add up to the exact cash flow. The value of an
 * inverse contract, a quotient, keeps 16 decimals too; the mean price that follows from such values keeps 8. Margin
 * keeps 16 decimals, as OKX shows it, rounded down when it is taken or released and up when it is asked for. Ratios, for
 * display, keep 16.
 */
final class Rounding {

    /** Decimals of a mean price, of a share of a cost, and of margin, of a ratio. */
    static final int FINE = 16;
    /** Decimals to which a price is worked out before it is put on the tick. */
    static final int PRICE = 8;

    private Rounding() {}

    /** Returns the part of a value that falls on a part of a quantity. */
    static BigDecimal share(BigDecimal value, BigDecimal part, BigDecimal whole) {
        return value.multiply(part).divide(whole, FINE, RoundingMode.HALF_EVEN);
    }

    /** Returns a mean price: 16 decimals, half to even. */
    static BigDecimal mean(BigDecimal value, BigDecimal qty) {
        return plain(value.divide(qty, FINE, RoundingMode.HALF_EVEN));
    }

    /** Returns the mean price of dollars that cost an amount of coins: 8 decimals, half to even. */
    static BigDecimal inverseMean(BigDecimal dollars, BigDecimal coins) {
        return plain(dollars.divide(coins, PRICE, RoundingMode.HALF_EVEN));
    }

    /** Returns the margin that moves into an isolated position: 16 decimals, down. */
    static BigDecimal marginTaken(BigDecimal notional, BigDecimal lever) {
        return plain(notional.divide(lever, FINE, RoundingMode.DOWN));
    }

    /** Returns the margin that must be there: 16 decimals, up. */
    static BigDecimal marginAsked(BigDecimal notional, BigDecimal lever) {
        return plain(notional.divide(lever, FINE, RoundingMode.UP));
    }

    /** Returns the margin that a partial close frees: its share by size, 16 decimals, down. */
    static BigDecimal marginReleased(BigDecimal margin, BigDecimal part, BigDecimal whole) {
        return plain(margin.multiply(part).divide(whole, FINE, RoundingMode.DOWN));
    }

    /** Returns a ratio for display: 16 decimals, half to even. */
    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return plain(part.divide(whole, FINE, RoundingMode.HALF_EVEN));
    }

    /** Returns the greatest multiple of a step that is not above the value. */
    static BigDecimal floor(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }

    /** Returns the least multiple of a step that is not below the value. */
    static BigDecimal ceil(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    /** Returns the multiple of a step that is nearest to the value, of two as near the greater. */
    static BigDecimal nearest(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }

    /** Returns whether a value is a whole number of steps. */
    static boolean isMultiple(BigDecimal value, BigDecimal step) {
        return value.remainder(step).signum() == 0;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
