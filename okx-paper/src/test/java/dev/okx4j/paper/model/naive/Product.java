package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What can be traded. A {@code kind} is spot, swap or futures; rates of fees are what is paid. */
public record Product(
        String id,
        String kind,
        boolean inverse,
        String base,
        String quote,
        String settle,
        String index,
        BigDecimal face,
        BigDecimal tick,
        BigDecimal lot,
        BigDecimal min,
        BigDecimal lever,
        BigDecimal band,
        BigDecimal makerFee,
        BigDecimal takerFee,
        long ends,
        List<Tier> tiers) {

    /** Up to a size in contracts: maintenance margin rate and highest leverage. */
    public record Tier(BigDecimal most, BigDecimal mmr, BigDecimal lever) {}

    boolean spot() {
        return kind.equals("spot");
    }

    /** What so many are worth at a price: dollars for linear ones, coins for inverse ones, to 16 decimals. */
    BigDecimal worth(BigDecimal size, BigDecimal px) {
        return inverse ? size.multiply(face).divide(px, 16, RoundingMode.HALF_EVEN) : size.multiply(face).multiply(px);
    }

    int tier(BigDecimal size) {
        for (int i = 0; i < tiers.size(); i++) {
            if (size.compareTo(tiers.get(i).most) <= 0) {
                return i;
            }
        }
        return tiers.size() - 1;
    }

    /** How many contracts a position may have at a leverage. */
    BigDecimal most(BigDecimal leverage) {
        BigDecimal most = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            if (leverage.compareTo(tier.lever) <= 0) {
                most = most.max(tier.most);
            }
        }
        return most;
    }

    static BigDecimal down(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }

    static BigDecimal up(BigDecimal value, BigDecimal step) {
        return value.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }
}
