package dev.okx4j.paper.model.naive;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import dev.okx4j.paper.model.naive.Admission.Refused;
import dev.okx4j.paper.model.naive.Market.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Orders: what they meet in the book, and what a fill means for the others. */
@NullUnmarked
final class Trading {
    private static final BigDecimal NO_END = new BigDecimal("1e30");
    private final Account account;
    private final Admission admission;
    private int queue;

    Trading(Account account) {
        this.account = account;
        this.admission = new Admission(account, this);
    }

    void place(Order order, boolean clamps) {
        admission.place(order, clamps);
        account.open.add(order);
        meet(order);
        trim(order);
    }

    /** Puts a changed order in the place of an open one; what only makes it smaller keeps its turn. */
    void amend(Order order, BigDecimal sz, BigDecimal px, boolean clamps, boolean orCancel) {
        int place = account.open.indexOf(order);
        Order changed = order.with(sz, px);
        account.open.remove(order);
        try {
            admission.amend(order, changed, clamps);
        } catch (Refused refused) {
            if (!orCancel) {
                account.open.add(place, order);
                throw refused;
            }
            return;
        }
        if (changed.open().signum() > 0) {
            account.open.add(place, changed);
            // A price that the limit has cut back to what it was changes nothing either.
            if (changed.px.compareTo(order.px) == 0 && changed.sz.compareTo(order.sz) <= 0) {
                changed.queue = order.queue;
            } else {
                meet(changed);
            }
        }
        trim(changed);
    }

    /** Lets an order meet the book: it trades, and what is left rests or is over. */
    private void meet(Order order) {
        List<Offer> hits = hits(order);
        boolean takes = order.type.equals("post_only") && !hits.isEmpty();
        boolean lacks = order.type.equals("fok") && Account.sum(hits, Offer::sz).compareTo(order.sz) < 0;
        if (takes || lacks) {
            account.open.remove(order);
            return;
        }
        for (Offer hit : hits) {
            if (hit.own() == null) {
                order.market.take(hit);
                fill(order, hit.px(), hit.sz(), false);
                continue;
            }
            if (!order.stp.equals("cancel_taker")) {
                account.open.remove(hit.own());
            }
            if (!order.stp.equals("cancel_maker")) {
                account.open.remove(order);
            }
        }
        if (order.rests()) {
            order.queue = ++queue;
        } else {
            account.open.remove(order);
        }
    }

    /** What an order would meet now: what it takes of each offer, and in between, without size, own orders. */
    List<Offer> hits(Order order) {
        Product product = order.product;
        BigDecimal left = order.inQuote() ? NO_END : order.open();
        BigDecimal budget = order.inQuote() ? order.open() : NO_END;
        boolean cut = product.spot() && order.px == null && !order.flags.contains("b");
        if (cut && order.buy != order.inQuote()) {
            BigDecimal has = account.free(order.pays(), false).max(ZERO);
            BigDecimal pays = has.divide(order.gives(ONE, ONE), 16, RoundingMode.DOWN);
            left = order.buy ? left : product.lots(pays);
            budget = order.buy ? pays : budget;
        }
        BigDecimal limit = order.px != null ? order.px : order.market.edge(order.buy);
        boolean bounded = order.px != null || !(product.spot() || order.forced());
        List<Offer> hits = new ArrayList<>();
        for (Offer offer : order.market.against(order.buy, account.open)) {
            if (left.signum() == 0 || (bounded && order.worse(offer.px(), limit))) {
                break;
            }
            if (offer.own() != null) {
                hits.add(offer);
                if (!order.stp.equals("cancel_maker")) {
                    break;
                }
                continue;
            }
            BigDecimal buys = product.lots(budget.divide(offer.px(), 30, RoundingMode.DOWN));
            BigDecimal sz = offer.sz().min(left).min(buys);
            if (sz.signum() > 0) {
                hits.add(new Offer(offer.px(), sz, null, offer.level()));
            }
            if (sz.compareTo(offer.sz()) < 0) {
                break;
            }
            left = left.subtract(sz);
            budget = budget.subtract(sz.multiply(offer.px()));
        }
        return hits;
    }

    /**
     * Fills the orders of a side that the price has reached and that the leg trades beyond, best first, each at its own
     * price and up to the part of the volume that trades beyond it. What they take is theirs alone.
     */
    void rest(Market market, BigDecimal beyond, BigDecimal from, BigDecimal to, BigDecimal volume, boolean buys) {
        BigDecimal end = buys ? from.min(to) : from.max(to);
        BigDecimal length = to.subtract(from).abs();
        while (true) {
            List<Order> resting = market.resting(buys, account.open);
            Order best = resting.isEmpty() ? null : resting.get(0);
            if (best == null || !best.worse(best.px, beyond) || best.worse(market.last, best.px)) {
                return;
            }
            BigDecimal part = best.px.subtract(end).abs();
            BigDecimal share =
                    part.compareTo(length) < 0 ? volume.multiply(part).divide(length, 30, RoundingMode.DOWN) : volume;
            BigDecimal room = market.product.lots(share).subtract(market.used);
            BigDecimal sz = best.open().min(room);
            if (sz.signum() <= 0) {
                return;
            }
            market.used = market.used.add(sz);
            fill(best, best.px, sz, true);
        }
    }

    void fill(Order order, BigDecimal px, BigDecimal sz, boolean maker) {
        account.settle(order, px, sz, maker);
        if (order.open().signum() == 0) {
            account.open.remove(order);
        }
        if (!order.product.spot()) {
            trim(order);
            freeMargin(order);
        }
    }

    /** Cuts the orders that can only reduce a position, worst price first, to what there is to reduce. */
    private void trim(Pocket at) {
        Position held = account.position(at);
        BigDecimal left = held.qty.abs();
        List<Order> reducing = account.open.stream()
                .filter(it -> it.closes() && it.px != null && it.is(at))
                .sorted(Order.EAGER) // stable: of one price the older first
                .toList();
        for (Order each : reducing) {
            BigDecimal kept = held.faces(each) ? each.open().min(left) : ZERO;
            left = left.subtract(kept);
            each.sz = each.filled.add(kept);
            if (kept.signum() == 0) {
                account.open.remove(each);
            }
        }
    }

    /** Cancels the newest orders, first those that have turned from closing to opening, until the margin is covered. */
    private void freeMargin(Order cause) {
        String ccy = cause.product.settle();
        while (account.frozen(ccy).signum() > 0
                && account.free(ccy, true).signum() < 0
                && account.cash(ccy).compareTo(account.frozen(ccy)) < 0) {
            Comparator<Order> turned = Comparator.comparing(it -> it.is(cause) && it.buy == cause.buy);
            List<Order> binding = account.open.stream()
                    .filter(it -> it != cause && it.px != null && !it.closes())
                    .filter(it -> it.product.settle().equals(ccy) && (it.buy || !it.product.spot()))
                    .sorted(turned)
                    .toList();
            if (binding.isEmpty()) {
                return;
            }
            account.open.remove(binding.get(binding.size() - 1));
        }
    }

    /** Closes so much of a position at market, whatever the depth: the rest at the last price that the book had. */
    void force(Position held, BigDecimal sz) {
        Order order = closing(-1, held, "market", sz);
        meet(order);
        if (order.open().signum() > 0) {
            boolean traded = order.filled.signum() > 0;
            BigDecimal px = traded ? account.fills.get(account.fills.size() - 1).px() : held.market.last;
            fill(order, px, order.open(), false);
        }
    }

    /** Closes a position at the price at which its contract is settled, for no fee. */
    void deliver(Position held, BigDecimal px) {
        fill(closing(-1, held, "delivery", held.qty.abs()), px, held.qty.abs(), false);
    }

    /** Closes a position at market within the price limit. */
    void close(int ref, Position held) {
        meet(closing(ref, held, "market", held.qty.abs()));
    }

    private static Order closing(int ref, Position held, String type, BigDecimal sz) {
        return new Order(ref, held, held.qty.signum() < 0, type, sz, null, "cancel_maker", "r");
    }
}
