package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Why an order is refused: its price, its size, what it would reduce, the position tiers, or the money. */
@NullUnmarked
final class Admission {
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private final Account account;
    private final Trading trading;

    Admission(Account account, Trading trading) {
        this.account = account;
        this.trading = trading;
    }

    @Nullable
    BigDecimal clamped(Order order, @Nullable BigDecimal px) {
        BigDecimal edge = trading.market(order.product).edge(order.buy);
        return px == null ? null : order.buy ? px.min(edge) : px.max(edge);
    }

    String priceWrong(Order order, @Nullable BigDecimal px, boolean clamps) {
        if (!order.priced()) {
            return "";
        }
        if (px == null || px.signum() <= 0 || px.remainder(order.product.tick()).signum() != 0) {
            return "price";
        }
        BigDecimal edge = trading.market(order.product).edge(order.buy);
        boolean beyond = order.buy ? px.compareTo(edge) > 0 : px.compareTo(edge) < 0;
        return beyond && !clamps ? "price limit" : "";
    }

    String sizeWrong(Order order, BigDecimal sz) {
        Product product = order.product;
        if (order.inQuote) {
            return sz.compareTo(product.worth(product.min(), trading.market(product).last)) < 0 ? "small" : "";
        }
        boolean odd = sz.signum() <= 0 || sz.remainder(product.lot()).signum() != 0;
        return odd || sz.compareTo(product.min()) < 0 ? "size" : "";
    }

    /** Position, tier and money, for so much of an order. */
    String riskWrong(Order order, BigDecimal sz) {
        Product product = order.product;
        Position held = account.position(order);
        if (order.closes()) {
            boolean reduces = held != null && held.qty.signum() > 0 != order.buy && sz.compareTo(held.qty.abs()) <= 0;
            if (product.spot() || !reduces) {
                return "reduce only";
            }
        } else if (!product.spot()) {
            BigDecimal lever = account.lever(product, order.mode, order.posSide);
            if (together(order, sz).compareTo(product.most(lever)) > 0) {
                return "tier";
            }
        }
        return product.spot() ? poor(order, sz) : marginPoor(order, sz);
    }

    /** Position and orders that count together: cross futures of a family in net mode, both sides of a cross hedge. */
    private BigDecimal together(Order order, BigDecimal sz) {
        boolean net = order.posSide.equals("net");
        BigDecimal sum = sz;
        for (Position each : account.positions) {
            if (counts(order, each.product, each.mode, each.side)) {
                boolean adds = !net || each.qty.signum() > 0 == order.buy;
                sum = adds ? sum.add(each.qty.abs()) : sum.subtract(each.qty.abs());
            }
        }
        for (Order each : account.open) {
            boolean opens = !each.closes() && (!net || each.buy == order.buy);
            if (opens && counts(order, each.product, each.mode, each.posSide)) {
                sum = sum.add(each.open());
            }
        }
        return sum;
    }

    private static boolean counts(Order order, Product other, String mode, String side) {
        Product product = order.product;
        boolean cross = mode.equals("cross");
        boolean net = order.posSide.equals("net");
        boolean family = cross
                && net
                && product.kind().equals("futures")
                && other.kind().equals("futures")
                && product.index().equals(other.index());
        boolean sameSide = side.equals(order.posSide) || (cross && !net);
        return mode.equals(order.mode) && sameSide && (family || product == other);
    }

    /** A spot order needs what it pays; a market order that may be cut needs the smallest order only. */
    private String poor(Order order, BigDecimal sz) {
        Product product = order.product;
        Trading.Sum sum = trading.walk(order, sz, false);
        BigDecimal needed;
        if (order.px != null) {
            needed = order.buy ? product.worth(sz, order.px) : sz;
        } else if (order.buy == order.inQuote) {
            needed = sz;
        } else if (order.banAmend) {
            needed = order.buy ? sum.value() : sum.sz();
        } else {
            needed = order.buy ? product.worth(product.min(), trading.market(product).last) : product.min();
        }
        if (order.buy && account.feeInQuote) {
            needed = needed.add(needed.multiply(product.takerFee()));
        }
        return account.spendable(order.buy ? product.quote() : product.base())
                                .max(ZERO)
                                .compareTo(needed)
                        < 0
                ? "money"
                : "";
    }

    /** A contract order needs the margin of what would open, at its dearest price when a part closes, and the fee. */
    private String marginPoor(Order order, BigDecimal sz) {
        Product product = order.product;
        Trading.Sum sum = trading.walk(order, sz, false);
        BigDecimal total = order.rests() ? sz : sum.sz();
        BigDecimal later = total.subtract(sum.sz());
        BigDecimal opening = account.opening(order, sum.sz(), later);
        if (opening.signum() == 0) {
            return "";
        }
        BigDecimal dearest = order.px;
        if (sum.first() != null) {
            BigDecimal low = sum.first().min(sum.worst());
            BigDecimal high = sum.first().max(sum.worst());
            BigDecimal traded = product.inverse() ? low : sum.worst();
            dearest = dearest == null ? traded : product.inverse() ? dearest.min(low) : dearest.max(traded);
        }
        BigDecimal now = product.inverse() && sum.first() != null
                ? product.worth(sum.sz(), sum.first().min(sum.worst()))
                : sum.value().multiply(product.face());
        BigDecimal value = order.px == null ? now : now.add(product.worth(later, order.px));
        BigDecimal notional = opening.compareTo(total) < 0 ? product.worth(opening, dearest) : value;
        BigDecimal needed = Account.margin(notional, account.lever(product, order.mode, order.posSide))
                .add(value.multiply(product.takerFee()));
        BigDecimal has =
                order.mode.equals("cross") ? account.usable(product.settle()) : account.spendable(product.settle());
        return has.compareTo(needed) < 0 ? "margin" : "";
    }
}
