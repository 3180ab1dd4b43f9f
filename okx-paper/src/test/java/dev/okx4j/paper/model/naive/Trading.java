package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Orders: what is refused, what they meet in the book, and what a fill means for the others. */
@NullUnmarked
final class Trading {
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private final Account account;
    private final Map<String, Market> markets;
    private final Admission admission;
    private int queue;

    Trading(Account account, Map<String, Market> markets) {
        this.account = account;
        this.markets = markets;
        this.admission = new Admission(account, this);
    }

    /** What an order would trade, or has traded: size, sum of price × size, first and last price. */
    record Sum(BigDecimal sz, BigDecimal value, @Nullable BigDecimal first, BigDecimal worst, boolean ended) {}

    Market market(Product product) {
        return markets.get(product.id());
    }

    /** Returns why an order is refused, or nothing and has it live its life. */
    String place(Order order, boolean clamps) {
        Market market = market(order.product);
        if (market.over || market.last.signum() == 0) {
            return "no market";
        }
        if (order.stp.equals("cancel_both") && order.type.equals("fok")) {
            return "fok";
        }
        if (order.type.equals("optimal_limit_ioc") && order.product.spot()) {
            return "type";
        }
        String wrong = admission.priceWrong(order, order.px, clamps);
        if (wrong.isEmpty()) {
            order.px = admission.clamped(order, order.px);
            wrong = admission.sizeWrong(order, order.sz);
        }
        if (wrong.isEmpty()) {
            wrong = admission.riskWrong(order, order.sz);
        }
        if (!wrong.isEmpty()) {
            return wrong;
        }
        order.feeInQuote = order.product.spot() && account.feeInQuote;
        account.open.add(order);
        meet(order);
        trim(order);
        return "";
    }

    /** Changes an open order under the rules of a new one; what only makes it smaller keeps its place. */
    String amend(
            Order order, @Nullable BigDecimal newSz, @Nullable BigDecimal newPx, boolean clamps, boolean orCancel) {
        if (newSz == null && newPx == null) {
            return "nothing";
        }
        BigDecimal sz = newSz == null ? order.sz : newSz;
        boolean repriced = newPx != null && newPx.compareTo(order.px) != 0;
        String wrong = admission.sizeWrong(order, sz);
        boolean smaller = sz.compareTo(order.filled) <= 0 || (!repriced && sz.compareTo(order.sz) <= 0);
        BigDecimal oldPx = order.px;
        BigDecimal oldSz = order.sz;
        int place = account.open.indexOf(order);
        int queued = order.queue;
        if (wrong.isEmpty() && !smaller) {
            account.open.remove(order);
            wrong = repriced ? admission.priceWrong(order, newPx, clamps) : "";
            if (wrong.isEmpty()) {
                order.px = repriced ? admission.clamped(order, newPx) : oldPx;
                order.sz = sz;
                List<Market.Offer> offers = market(order.product).against(order.buy, account.open);
                boolean takes =
                        !offers.isEmpty() && reaches(order, offers.get(0).px());
                wrong = order.type.equals("post_only") && takes
                        ? "would take"
                        : admission.riskWrong(order, order.open());
            }
            account.open.add(place, order);
        }
        if (!wrong.isEmpty()) {
            order.px = oldPx;
            order.sz = oldSz;
            if (orCancel) {
                end(order, "canceled");
            }
            return orCancel ? "" : wrong;
        }
        order.sz = sz.max(order.filled);
        // A price that the limit has cut back to what it was changes nothing either.
        boolean stays = smaller || (order.px.compareTo(oldPx) == 0 && sz.compareTo(oldSz) <= 0);
        order.queue = stays ? queued : 0;
        if (order.open().signum() == 0) {
            end(order, "filled");
        } else if (!stays) {
            meet(order);
        }
        trim(order);
        return "";
    }

    void end(Order order, String state) {
        order.state = state;
        account.open.remove(order);
    }

    private static boolean reaches(Order order, BigDecimal px) {
        return order.px == null || (order.buy ? px.compareTo(order.px) <= 0 : px.compareTo(order.px) >= 0);
    }

    /** Lets an order meet the book: it trades, and what is left rests or is over. */
    private void meet(Order order) {
        List<Market.Offer> offers = market(order.product).against(order.buy, account.open);
        if (order.type.equals("post_only")
                && !offers.isEmpty()
                && reaches(order, offers.get(0).px())) {
            end(order, "canceled");
            return;
        }
        if (order.type.equals("fok") && walk(order, order.open(), false).sz.compareTo(order.sz) < 0) {
            end(order, "canceled");
            return;
        }
        Sum sum = walk(order, order.open(), true);
        if (!account.open.contains(order)) {
            return;
        }
        if (!order.inQuote && order.open().signum() == 0) {
            end(order, "filled");
        } else if (order.rests() && !sum.ended) {
            order.queue = ++queue;
        } else {
            // an order sized in quote currency is filled when what is left buys no lot
            boolean spent = sum.ended && order.product.spot() && order.px == null && order.filled.signum() > 0;
            end(order, spent ? "filled" : "canceled");
        }
    }

    /** Walks the other side of the book; only looks, unless it is meant. */
    Sum walk(Order order, BigDecimal sz, boolean really) {
        Product product = order.product;
        Market market = market(product);
        boolean bounded = product.spot() && order.px == null && !order.inQuote && order.buy && !order.banAmend;
        BigDecimal budget = order.inQuote ? sz : bounded ? afford(product) : null;
        BigDecimal left = order.inQuote ? null : sz;
        if (order.inQuote && !order.buy && !order.banAmend) {
            left = Product.down(account.spendable(product.base()).max(ZERO), product.lot());
        }
        BigDecimal limit = order.px != null ? order.px : product.spot() || order.forced ? null : market.edge(order.buy);
        Sum sum = new Sum(ZERO, ZERO, null, ZERO, false);
        for (Market.Offer offer : market.against(order.buy, account.open)) {
            boolean far = limit != null
                    && (order.buy ? offer.px().compareTo(limit) > 0 : offer.px().compareTo(limit) < 0);
            if (far || (left != null && left.signum() == 0)) {
                break;
            }
            if (offer.own() != null) {
                if (really && !order.stp.equals("cancel_taker")) {
                    end(offer.own(), "canceled");
                }
                if (!order.stp.equals("cancel_maker")) {
                    return new Sum(sum.sz, sum.value, sum.first, sum.worst, true);
                }
                continue;
            }
            BigDecimal qty = left == null ? offer.sz() : left.min(offer.sz());
            if (budget != null) {
                qty = qty.min(Product.down(budget.divide(offer.px(), 30, RoundingMode.DOWN), product.lot()));
            }
            if (qty.signum() == 0) {
                return new Sum(sum.sz, sum.value, sum.first, sum.worst, true);
            }
            BigDecimal value = offer.px().multiply(qty);
            left = left == null ? null : left.subtract(qty);
            budget = budget == null ? null : budget.subtract(value);
            sum = new Sum(
                    sum.sz.add(qty),
                    sum.value.add(value),
                    sum.first == null ? offer.px() : sum.first,
                    offer.px(),
                    false);
            if (really) {
                market.take(offer.slot(), qty);
                fill(order, offer.px(), qty, false);
            }
            boolean spent = qty.compareTo(offer.sz()) < 0 && (left == null || left.signum() > 0);
            if (spent) {
                return new Sum(sum.sz, sum.value, sum.first, sum.worst, true);
            }
        }
        return sum;
    }

    /** What a spot buy may cost without its fee, when that comes on top. */
    private BigDecimal afford(Product product) {
        BigDecimal cash = account.spendable(product.quote()).max(ZERO);
        return account.feeInQuote ? cash.divide(BigDecimal.ONE.add(product.takerFee()), 16, RoundingMode.DOWN) : cash;
    }

    void fill(Order order, BigDecimal px, BigDecimal sz, boolean maker) {
        account.settle(order, px, sz, maker);
        if (!order.inQuote && order.open().signum() == 0) {
            end(order, "filled");
        }
        if (!order.product.spot()) {
            trim(order);
            freeMargin(order);
        }
    }

    /** Cuts the orders that can only reduce the position of an order, worst price first, to what there is to reduce. */
    private void trim(Order about) {
        if (about.product.spot()) {
            return;
        }
        Position held = account.position(about);
        BigDecimal left = held == null ? ZERO : held.qty.abs();
        List<Order> reducing = new ArrayList<>(account.open.stream()
                .filter(it -> it.closes() && it.px != null && it.isAbout(about.product, about.mode, about.posSide))
                .toList());
        Comparator<Order> eager = Comparator.comparing(it -> it.buy ? it.px.negate() : it.px);
        reducing.sort(eager); // stable: of one price the older first
        for (Order each : reducing) {
            if (held == null || held.qty.signum() > 0 == each.buy || left.signum() == 0) {
                end(each, "canceled");
                continue;
            }
            BigDecimal kept = each.open().min(left);
            left = left.subtract(kept);
            each.sz = each.filled.add(kept);
        }
    }

    /** Cancels the newest orders, first those that have turned from closing to opening, until the margin is covered. */
    private void freeMargin(Order cause) {
        String ccy = cause.product.settle();
        while (account.frozen(ccy).signum() > 0
                && account.usable(ccy).signum() < 0
                && account.cash(ccy).compareTo(account.frozen(ccy)) < 0) {
            Order newest = null;
            Order turned = null;
            for (Order each : account.open) {
                boolean binds = each.product.spot()
                        ? each.buy && each.product.quote().equals(ccy)
                        : each.product.settle().equals(ccy);
                if (binds && each.px != null && !each.closes() && each != cause) {
                    newest = each;
                    boolean same = each.isAbout(cause.product, cause.mode, cause.posSide) && each.buy == cause.buy;
                    turned = same ? each : turned;
                }
            }
            if (newest == null) {
                return;
            }
            end(turned == null ? newest : turned, "canceled");
        }
    }

    /** Closes so much of a position at market, whatever the depth: the rest at the last price that the book had. */
    void force(Position held, BigDecimal sz) {
        Order order = closing(-1, held, sz);
        order.forced = true;
        account.open.add(order);
        Sum sum = walk(order, sz, true);
        if (order.open().signum() > 0) {
            fill(order, sum.first == null ? market(held.product).last : sum.worst, order.open(), false);
        }
        account.open.remove(order);
    }

    /** Closes a position at the price at which its contract is settled, for no fee. */
    void deliver(Position held, BigDecimal px) {
        Order order = closing(-1, held, held.qty.abs());
        order.forced = true;
        order.free = true;
        fill(order, px, order.sz, false);
    }

    /** Closes a position at market within the price limit. */
    Order close(int ref, Position held) {
        Order order = closing(ref, held, held.qty.abs());
        account.open.add(order);
        meet(order);
        return order;
    }

    private static Order closing(int ref, Position held, BigDecimal sz) {
        boolean buy = held.qty.signum() < 0;
        return new Order(ref, held.product, held.mode, held.side, buy, "market", sz, null, "cancel_maker", "r");
    }
}
