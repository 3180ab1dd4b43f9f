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
        return inverse
                ? size.multiply(face).divide(px, 16, RoundingMode.HALF_EVEN)
                : size.multiply(face).multiply(px);
    }

    int tier(BigDecimal size) {
        int tier = 0;
        while (tier < tiers.size() - 1 && size.compareTo(tiers.get(tier).most) > 0) {
            tier++;
        }
        return tier;
    }

    /** How many contracts a position may have at a leverage. */
    BigDecimal most(BigDecimal leverage) {
        return tiers.stream()
                .filter(it -> leverage.compareTo(it.lever) <= 0)
                .map(Tier::most)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    BigDecimal lots(BigDecimal size) {
        return size.divide(lot, 0, RoundingMode.FLOOR).multiply(lot);
    }

    BigDecimal onTick(BigDecimal px, boolean up) {
        return px.divide(tick, 0, up ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(tick);
    }
}
