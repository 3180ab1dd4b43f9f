package dev.okx4j.paper.model.naive;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The owner's money, orders and positions, and what of the money is bound. */
public final class Account {
    public final Map<String, BigDecimal> cash = new TreeMap<>();
    public final Map<String, BigDecimal> funding = new TreeMap<>();
    public final List<Position> positions = new ArrayList<>();
    public final List<Order> open = new ArrayList<>();
    public final List<Fill> fills = new ArrayList<>();
    final Map<String, BigDecimal> levers = new HashMap<>();
    boolean hedged;
    boolean feeInQuote;

    static <T> BigDecimal sum(List<T> each, Function<T, BigDecimal> amount) {
        return each.stream().map(amount).reduce(ZERO, BigDecimal::add);
    }

    public BigDecimal cash(String ccy) {
        return cash.getOrDefault(ccy, ZERO);
    }

    void pay(String ccy, BigDecimal amount) {
        cash.merge(ccy, amount, BigDecimal::add);
    }

    /** The position that is held there, or an empty one. */
    Position position(Pocket at) {
        return positions.stream().filter(at::is).findFirst().orElseGet(() -> new Position(at));
    }

    BigDecimal lever(Pocket at) {
        return levers.getOrDefault(at.scope(), ONE);
    }

    /** Margin that has to be there: 16 decimals, up. */
    BigDecimal margin(Pocket at, BigDecimal notional) {
        return notional.divide(lever(at), 16, RoundingMode.UP);
    }

    List<Position> cross(String ccy) {
        return positions.stream()
                .filter(it -> it.cross() && it.product.settle().equals(ccy))
                .toList();
    }

    public BigDecimal crossUpl(String ccy) {
        return sum(cross(ccy), Position::upl);
    }

    public BigDecimal imr(String ccy) {
        return sum(cross(ccy), it -> margin(it, it.notional()));
    }

    /** What is not bound. A loss of cross positions counts, their profit only as margin of cross ones. */
    BigDecimal free(String ccy, boolean cross) {
        BigDecimal upl = crossUpl(ccy);
        return cash(ccy).add(cross ? upl : upl.min(ZERO)).subtract(imr(ccy)).subtract(frozen(ccy));
    }

    /** What open orders bind. */
    public BigDecimal frozen(String ccy) {
        return sum(open, it -> it.px != null && it.pays().equals(ccy) ? bound(it) : ZERO);
    }

    /** What a priced order binds: spot what it would pay, a contract margin and taker fee of what would open. */
    private BigDecimal bound(Order order) {
        if (order.product.spot()) {
            return order.gives(order.open(), order.px);
        }
        BigDecimal value = order.product.worth(opening(order, ZERO, order.open()), order.px);
        return margin(order, value).add(value.multiply(order.product.takerFee()));
    }

    /** How much of an order would open: what trades now meets the position, the rest queues to close it. */
    BigDecimal opening(Order order, BigDecimal now, BigDecimal later) {
        if (order.closes()) {
            return ZERO;
        }
        Position held = position(order);
        BigDecimal opensNow = now.subtract(held.closing(order, now));
        BigDecimal left = held.closing(order, held.qty.abs()).subtract(now);
        for (Order each : open) {
            if (each == order) {
                break; // those behind it close after it
            }
            if (each.buy == order.buy && each.is(order)) {
                left = left.subtract(each.open());
            }
        }
        return opensNow.add(later.subtract(later.min(left.max(ZERO))));
    }

    /** Whether a position, or all cross ones that share its margin, are to be liquidated. */
    boolean under(Position position) {
        BigDecimal shared = position.cross() ? cash(position.product.settle()) : ZERO;
        BigDecimal spare = sum(positions, it -> position.shares(it) ? it.spare() : ZERO);
        return shared.add(spare).signum() <= 0;
    }

    /** Books one trade of contracts or coins. */
    void settle(Order order, BigDecimal px, BigDecimal sz, boolean maker) {
        Product product = order.product;
        BigDecimal rate = order.type.equals("delivery") ? ZERO : maker ? product.makerFee() : product.takerFee();
        order.filled = order.filled.add(sz);
        BigDecimal pnl = ZERO;
        BigDecimal fee = ZERO;
        String ccy = product.settle();
        if (product.spot()) {
            BigDecimal value = px.multiply(sz);
            boolean inBase = order.buy && !order.feeInQuote;
            fee = (inBase ? sz : value).multiply(rate);
            ccy = inBase ? product.base() : product.quote();
            pay(product.base(), order.signed(sz));
            pay(product.quote(), order.signed(value).negate());
            pay(ccy, fee.negate());
        } else {
            BigDecimal closing = position(order).closing(order, sz);
            for (BigDecimal part : List.of(closing, sz.subtract(closing))) {
                BigDecimal cost = product.worth(part, px).multiply(rate);
                pnl = pnl.add(book(order, px, part, cost));
                fee = fee.add(cost);
            }
        }
        fills.add(new Fill(order, px, sz, pnl, fee.negate(), ccy, maker));
    }

    /** Books contracts that either all close or all open, and returns the profit. */
    private BigDecimal book(Order order, BigDecimal px, BigDecimal sz, BigDecimal fee) {
        if (sz.signum() == 0) {
            return ZERO;
        }
        Position held = position(order);
        boolean whole = sz.compareTo(held.qty.abs()) == 0;
        BigDecimal put = ZERO;
        if (held.faces(order)) {
            BigDecimal freed = held.margin.multiply(sz).divide(held.qty.abs(), 16, RoundingMode.DOWN);
            put = whole ? held.margin.negate() : freed.negate();
        } else if (!held.cross()) {
            put = held.product.worth(sz, px).divide(lever(held), 16, RoundingMode.DOWN);
        }
        BigDecimal profit = held.trade(order.signed(sz), px);
        BigDecimal gain = profit.subtract(fee);
        held.margin = held.margin.add(put);
        held.realized = held.realized.add(gain);
        pay(held.product.settle(), gain.subtract(put));
        if (held.qty.signum() == 0) {
            positions.remove(held);
        } else if (!positions.contains(held)) {
            positions.add(held);
        }
        return profit;
    }
}
