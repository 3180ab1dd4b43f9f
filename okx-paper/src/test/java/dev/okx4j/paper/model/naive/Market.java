package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices of a product, and the depth that others are taken to offer around the last one. */
public final class Market {
    private static final int LEVELS = 20;
    final Product product;
    public BigDecimal last = BigDecimal.ZERO;
    @Nullable BigDecimal told;
    boolean over;
    /** What resting orders have taken of the volume of the leg under way. */
    BigDecimal used = BigDecimal.ZERO;
    private BigDecimal size = BigDecimal.ZERO;
    private final BigDecimal[] taken = new BigDecimal[2 * LEVELS];

    Market(Product product) {
        this.product = product;
    }

    /** A price at which something is offered, by the account itself or by level {@code slot} of the depth. */
    record Offer(BigDecimal px, BigDecimal sz, @Nullable Order own, int slot) {}

    /** The mark price: the last price until one is told. */
    public BigDecimal mark() {
        return told == null ? last : told;
    }

    /** A leg begins: a twentieth of its volume on each level, in whole lots, at least the smallest order. */
    void refill(BigDecimal volume) {
        size = Product.down(volume.divide(BigDecimal.valueOf(LEVELS)), product.lot()).max(product.min());
        Arrays.fill(taken, BigDecimal.ZERO);
    }

    void take(int slot, BigDecimal sz) {
        taken[slot] = taken[slot].add(sz);
    }

    /** The price beyond which an order may not be priced. */
    BigDecimal edge(boolean buy) {
        BigDecimal away = last.multiply(product.band());
        return buy
                ? Product.down(last.add(away), product.tick())
                : Product.up(last.subtract(away), product.tick()).max(product.tick());
    }

    /** What an order can trade with, best first: at one price the account's own orders, then the depth. */
    List<Offer> against(boolean buy, List<Order> open) {
        BigDecimal dearestBid = null;
        BigDecimal cheapestAsk = null;
        List<Offer> offers = new ArrayList<>();
        for (Order each : open) {
            if (each.product != product || each.queue == 0 || each.px == null) {
                continue;
            }
            if (each.buy) {
                dearestBid = dearestBid == null ? each.px : dearestBid.max(each.px);
            } else {
                cheapestAsk = cheapestAsk == null ? each.px : cheapestAsk.min(each.px);
            }
            if (each.buy != buy) {
                offers.add(new Offer(each.px, each.open(), each, each.queue - 1_000_000_000));
            }
        }
        for (int i = 0; i < LEVELS; i++) {
            BigDecimal away = product.tick().add(last.multiply(new BigDecimal("0.0001")).multiply(BigDecimal.valueOf(i)));
            BigDecimal px = buy
                    ? Product.up(last.add(away), product.tick())
                    : Product.down(last.subtract(away), product.tick());
            int slot = buy ? LEVELS + i : i;
            BigDecimal left = size.subtract(taken[slot]);
            boolean crossed = buy
                    ? dearestBid != null && px.compareTo(dearestBid) <= 0
                    : cheapestAsk != null && px.compareTo(cheapestAsk) >= 0;
            if (!crossed && px.signum() > 0 && left.signum() > 0) {
                offers.add(new Offer(px, left, null, slot));
            }
        }
        Comparator<Offer> best = buy ? Comparator.comparing(Offer::px) : Comparator.comparing(Offer::px).reversed();
        offers.sort(best.thenComparing(Offer::slot));
        return offers;
    }
}
