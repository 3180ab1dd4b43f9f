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
     * Returns the price at which a signed size has a profit, to 8 decimals in the given direction; null when no price
     * above zero gives it.
     *
     * @param cost what the size has cost, signed as it
     * @param share what is lost besides, as a fraction of the absolute worth at that price
     */
    static @Nullable BigDecimal priceOf(
            InstrumentSpec spec,
            BigDecimal qty,
            BigDecimal cost,
            BigDecimal profit,
            BigDecimal share,
            RoundingMode rounding) {
        BigDecimal faces = qty.multiply(spec.face());
        BigDecimal lost = faces.abs().multiply(share);
        BigDecimal above;
        BigDecimal below;
        if (spec.isInverse()) {
            // cost − faces ÷ px − |faces| × share ÷ px = profit
            above = faces.add(lost);
            below = cost.subtract(profit);
        } else {
            // faces × px − cost − |faces| × share × px = profit
            above = cost.add(profit);
            below = faces.subtract(lost);
        }
        if (below.signum() == 0 || above.signum() * below.signum() <= 0) {
            return null;
        }
        return above.divide(below, Rounding.PRICE, rounding);
    }
}
