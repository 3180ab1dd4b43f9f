package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a size of an instrument is worth at a price, in its settlement currency.
 *
 * <p>Linear: {@code size × face × price}, exact. Inverse: {@code size × face ÷ price}, to 16 decimals, half to even. An
 * option: {@code size × face × premium}. Sizes are signed: negative is short.
 */
final class Valuation {

    /** Decimals of a value that does not come out even. */
    private static final int SCALE = 16;

    private Valuation() {}

    /** Returns the worth of a size at a price; of an inverse contract that is an amount of the coin. */
    static BigDecimal value(InstrumentSpec spec, BigDecimal qty, BigDecimal px) {
        BigDecimal faces = qty.multiply(spec.face());
        return spec.isInverse() ? faces.divide(px, SCALE, RoundingMode.HALF_EVEN) : faces.multiply(px);
    }

    /**
     * Returns the profit of a signed size that cost one value and is worth another: of an inverse contract the dollars
     * stay the same and the coins that they are worth become fewer as the price rises.
     */
    static BigDecimal pnl(InstrumentSpec spec, BigDecimal cost, BigDecimal worth) {
        return spec.isInverse() ? cost.subtract(worth) : worth.subtract(cost);
    }

    /** Returns the mean price of a signed size that cost a value: weighted by size, harmonic for an inverse contract. */
    static BigDecimal mean(InstrumentSpec spec, BigDecimal qty, BigDecimal cost) {
        BigDecimal faces = qty.multiply(spec.face());
        return spec.isInverse() ? Rounding.inverseMean(faces, cost) : Rounding.mean(cost, faces);
    }

    /**
     * Returns the price at which sizes of an instrument have a profit together, after what is lost besides; null when no
     * price above zero gives it.
     *
     * @param qty sum of the signed sizes
     * @param cost sum of what they have cost, signed as they are
     * @param lost sum of each absolute size times the fraction of its worth that is lost besides
     * @param rounding how the eighth decimal is rounded
     */
    static @Nullable BigDecimal priceOf(
            InstrumentSpec spec,
            BigDecimal qty,
            BigDecimal cost,
            BigDecimal lost,
            BigDecimal profit,
            RoundingMode rounding) {
        BigDecimal above;
        BigDecimal below;
        if (spec.isInverse()) {
            // cost − (qty + lost) × face ÷ px = profit
            above = qty.add(lost).multiply(spec.face());
            below = cost.subtract(profit);
        } else {
            // (qty − lost) × face × px − cost = profit
            above = cost.add(profit);
            below = qty.subtract(lost).multiply(spec.face());
        }
        if (above.signum() * below.signum() <= 0) {
            return null;
        }
        return above.divide(below, Rounding.PRICE, rounding);
    }

    /** Returns whether sizes lose, together and after what is lost besides, as the price falls rather than as it rises. */
    static boolean losesAsPriceFalls(InstrumentSpec spec, BigDecimal qty, BigDecimal lost) {
        return (spec.isInverse() ? qty.add(lost) : qty.subtract(lost)).signum() > 0;
    }
}
