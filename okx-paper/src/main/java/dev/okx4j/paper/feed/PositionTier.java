package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds for positions of a range of sizes. Component names are OKX's.
 *
 * @param tier number of the tier, from 1
 * @param minSz least size in contracts
 * @param maxSz largest size in contracts
 * @param mmr maintenance margin rate, as a fraction of the notional value
 * @param imr initial margin rate at the highest leverage
 * @param maxLever highest leverage
 */
public record PositionTier(
        int tier, BigDecimal minSz, BigDecimal maxSz, BigDecimal mmr, BigDecimal imr, BigDecimal maxLever) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** The size of a position of an instrument that states no size at all: as good as none. */
    private static final BigDecimal UNLIMITED = new BigDecimal("1000000000000");

    private static final int RATE_SCALE = 8;
    /** OKX's recorded lists end with a tier of this leverage. */
    private static final int LAST_LEVERAGE = 2;

    private static final int MOST_TIERS = 100;

    /**
     * Returns one tier for positions of every size.
     *
     * <p>Its maintenance margin rate is half the initial margin rate, {@code 1 / (2 × lever)}, so that no leverage that
     * can be set is liquidated at its own entry price.
     */
    public static List<PositionTier> single(BigDecimal lever) {
        return List.of(tier(1, BigDecimal.ZERO, UNLIMITED, lever));
    }

    /**
     * Returns tiers made from an instrument's highest leverage, for one whose tiers were not recorded.
     *
     * <p>The width of a tier is a tenth of the largest market order. Tier <i>k</i> reaches to <i>k</i> widths and has initial margin rate {@code k / lever}, half of that as
     * maintenance margin rate, and leverage {@code lever / k}; the last one is the last of a leverage of at least 2.
     *
     * @param lever highest leverage
     * @param atMarket size of the largest market order, in contracts
     * @param step least difference of two sizes
     */
    public static List<PositionTier> derived(BigDecimal lever, BigDecimal atMarket, BigDecimal step) {
        List<PositionTier> tiers = new ArrayList<>();
        BigDecimal width = atMarket.divide(step.multiply(BigDecimal.TEN), 0, RoundingMode.DOWN)
                .multiply(step)
                .max(step);
        BigDecimal least = lever.min(BigDecimal.valueOf(LAST_LEVERAGE));
        for (int k = 1;
                k <= MOST_TIERS
                        && lever.divide(BigDecimal.valueOf(k), 2, RoundingMode.DOWN)
                                        .compareTo(least)
                                >= 0;
                k++) {
            BigDecimal from = k == 1
                    ? BigDecimal.ZERO
                    : width.multiply(BigDecimal.valueOf(k - 1L)).add(step);
            tiers.add(new PositionTier(
                    k,
                    from,
                    width.multiply(BigDecimal.valueOf(k)),
                    BigDecimal.valueOf(k)
                            .divide(lever.multiply(TWO), RATE_SCALE, RoundingMode.UP)
                            .stripTrailingZeros(),
                    BigDecimal.valueOf(k)
                            .divide(lever, RATE_SCALE, RoundingMode.UP)
                            .stripTrailingZeros(),
                    lever.divide(BigDecimal.valueOf(k), 2, RoundingMode.DOWN).stripTrailingZeros()));
        }
        return List.copyOf(tiers);
    }

    private static PositionTier tier(int number, BigDecimal minSz, BigDecimal maxSz, BigDecimal lever) {
        return new PositionTier(
                number,
                minSz,
                maxSz,
                BigDecimal.ONE.divide(lever.multiply(TWO), RATE_SCALE, RoundingMode.UP),
                BigDecimal.ONE.divide(lever, RATE_SCALE, RoundingMode.UP),
                lever);
    }
}
