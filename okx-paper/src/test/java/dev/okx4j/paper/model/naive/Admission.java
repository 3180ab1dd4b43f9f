package dev.okx4j.paper.model.naive;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import dev.okx4j.paper.model.naive.Market.Offer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Why an order is refused: its price, its size, what it would reduce, the position tiers, or the money. */
@NullUnmarked
final class Admission {
    private final Account account;
    private final Trading trading;

    Admission(Account account, Trading trading) {
        this.account = account;
        this.trading = trading;
    }

    /** A command is refused. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Refused(String why) {
            super(why, null, false, false);
        }
    }

    static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new Refused(why);
        }
    }

    void place(Order order, boolean clamps) {
        refuse(order.market.over, "no market");
        refuse(order.type.equals("fok") && order.stp.equals("cancel_both"), "fok");
        refuse(order.type.equals("optimal_limit_ioc") && order.product.spot(), "type");
        price(order, clamps);
        size(order);
        risk(order);
    }

    /** What only makes an order smaller needs no price and no money. */
    void amend(Order order, Order changed, boolean clamps) {
        size(changed);
        boolean repriced = changed.px.compareTo(order.px) != 0;
        if (changed.open().signum() <= 0 || (!repriced && changed.sz.compareTo(order.sz) <= 0)) {
            return;
        }
        if (repriced) {
            price(changed, clamps);
        }
        refuse(order.type.equals("post_only") && !trading.hits(changed).isEmpty(), "would take");
        risk(changed);
    }

    private static void price(Order order, boolean clamps) {
        if (order.px == null) {
            return;
        }
        refuse(
                order.px.signum() <= 0
                        || order.px.remainder(order.product.tick()).signum() != 0,
                "price");
        BigDecimal edge = order.market.edge(order.buy);
        if (order.worse(order.px, edge)) {
            refuse(!clamps, "price limit");
            order.px = edge;
        }
    }

    private static void size(Order order) {
        Product product = order.product;
        boolean quote = order.inQuote();
        BigDecimal least = quote ? product.worth(product.min(), order.market.last) : product.min();
        refuse(order.sz.compareTo(least) < 0, "small");
        refuse(!quote && order.sz.remainder(product.lot()).signum() != 0, "size");
    }

    /** Position, tier and money. */
    private void risk(Order order) {
        Position held = account.position(order);
        if (order.closes()) {
            refuse(order.open().compareTo(held.closing(order, order.open())) > 0, "reduce only");
        } else if (order.product.spot()) {
            BigDecimal has = account.free(order.pays(), false).max(ZERO);
            refuse(has.compareTo(needs(order)) < 0, "money");
        } else {
            refuse(together(order).compareTo(order.product.most(account.lever(order))) > 0, "tier");
            margin(order);
        }
    }

    /** Position and orders that count together: cross futures of a family in net mode, both sides of a cross hedge. */
    private BigDecimal together(Order order) {
        boolean net = order.side.equals("net");
        BigDecimal held = Account.sum(
                account.positions, it -> !counts(order, it) ? ZERO : net ? order.signed(it.qty) : it.qty.abs());
        BigDecimal orders = Account.sum(
                account.open,
                it -> counts(order, it) && !it.closes() && (!net || it.buy == order.buy) ? it.open() : ZERO);
        return order.open().add(held).add(orders);
    }

    private static boolean counts(Order order, Pocket other) {
        if (!order.cross() || !other.cross()) {
            return order.is(other);
        }
        return order.side.equals("net") ? order.scope().equals(other.scope()) : order.market == other.market;
    }

    /** What a spot order needs is what it pays; a market order that may be cut needs the smallest order only. */
    private BigDecimal needs(Order order) {
        if (order.px != null) {
            return order.gives(order.open(), order.px);
        }
        if (order.buy == order.inQuote()) {
            return order.gives(order.sz, ONE);
        }
        return order.flags.contains("b")
                ? Account.sum(trading.hits(order), it -> order.gives(it.sz(), it.px()))
                : order.gives(order.product.min(), order.market.last);
    }

    /** A contract order needs the margin of what would open, at its dearest price when a part closes, and the fee. */
    private void margin(Order order) {
        Product product = order.product;
        List<Offer> trades =
                trading.hits(order).stream().filter(it -> it.own() == null).toList();
        BigDecimal now = Account.sum(trades, Offer::sz);
        BigDecimal later = order.rests() ? order.open().subtract(now) : ZERO;
        BigDecimal opening = account.opening(order, now, later);
        if (opening.signum() == 0) {
            return;
        }
        BigDecimal first = trades.isEmpty() ? order.px : trades.get(0).px();
        BigDecimal worst =
                trades.isEmpty() ? order.px : trades.get(trades.size() - 1).px();
        BigDecimal px = order.px == null ? worst : order.px;
        BigDecimal low = first.min(worst);
        BigDecimal dearest = product.inverse() ? px.min(low) : px.max(worst);
        BigDecimal traded = product.inverse()
                ? product.worth(now, low)
                : Account.sum(trades, it -> product.worth(it.sz(), it.px()));
        BigDecimal value = traded.add(product.worth(later, px));
        boolean closes = opening.compareTo(now.add(later)) < 0;
        BigDecimal needed = account.margin(order, closes ? product.worth(opening, dearest) : value)
                .add(value.multiply(product.takerFee()));
        refuse(account.free(product.settle(), order.cross()).compareTo(needed) < 0, "margin");
    }
}
