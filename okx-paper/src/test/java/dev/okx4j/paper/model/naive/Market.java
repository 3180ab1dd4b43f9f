package dev.okx4j.paper.model.naive;

import static java.math.BigDecimal.ZERO;

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
    public BigDecimal last = ZERO;

    @Nullable
    BigDecimal told;

    boolean over;
    /** What resting orders have taken of the volume of the leg under way. */
    BigDecimal used = ZERO;

    private BigDecimal size = ZERO;
    private final BigDecimal[] taken = new BigDecimal[2 * LEVELS];

    Market(Product product) {
        this.product = product;
    }

    /** A price at which something is offered: an order of the account itself, or so much on a level of the depth. */
    record Offer(BigDecimal px, BigDecimal sz, @Nullable Order own, int level) {}

    /** The mark price: the last price until one is told. */
    public BigDecimal mark() {
        return told == null ? last : told;
    }

    /** A leg begins: a twentieth of its volume on each level, in whole lots, at least the smallest order. */
    void refill(BigDecimal volume) {
        size = product.lots(volume.divide(BigDecimal.valueOf(LEVELS))).max(product.min());
        Arrays.fill(taken, ZERO);
    }

    void take(Offer offer) {
        taken[offer.level] = taken[offer.level].add(offer.sz);
    }

    /** The price beyond which an order may not be priced. */
    BigDecimal edge(boolean buy) {
        BigDecimal away = last.multiply(product.band());
        return product.onTick(buy ? last.add(away) : last.subtract(away), !buy).max(product.tick());
    }

    /** The orders that rest on one side of its book, best first. */
    List<Order> resting(boolean buy, List<Order> open) {
        return open.stream()
                .filter(it -> it.market == this && it.buy == buy && it.queue > 0)
                .sorted(Order.EAGER.thenComparing(it -> it.queue))
                .toList();
    }

    /** What an order can trade with, best first: at one price the account's own orders, then the depth. */
    List<Offer> against(boolean buy, List<Order> open) {
        List<Offer> offers = new ArrayList<>();
        resting(!buy, open).forEach(it -> offers.add(new Offer(it.px, ZERO, it, -1)));
        List<Order> same = resting(buy, open);
        for (int i = 0; i < LEVELS; i++) {
            BigDecimal away = product.tick().add(last.multiply(BigDecimal.valueOf(i, 4)));
            BigDecimal px = product.onTick(buy ? last.add(away) : last.subtract(away), buy);
            int level = buy ? LEVELS + i : i;
            BigDecimal left = size.subtract(taken[level]);
            boolean crossed = !same.isEmpty() && !same.get(0).worse(px, same.get(0).px);
            if (!crossed && px.signum() > 0 && left.signum() > 0) {
                offers.add(new Offer(px, left, null, level));
            }
        }
        Comparator<Offer> cheapest = Comparator.comparing(Offer::px);
        offers.sort(buy ? cheapest : cheapest.reversed());
        return offers;
    }
}
