package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The owner's money, orders and positions, and what of the money is bound. */
@NullUnmarked
public final class Account {
    static final BigDecimal ZERO = BigDecimal.ZERO;
    public final Map<String, BigDecimal> cash = new TreeMap<>();
    public final Map<String, BigDecimal> funding = new TreeMap<>();
    public final List<Position> positions = new ArrayList<>();
    public final List<Order> open = new ArrayList<>();
    public final List<Fill> fills = new ArrayList<>();
    final Map<String, BigDecimal> levers = new HashMap<>();
    boolean hedged;
    boolean feeInQuote;
    private final Map<String, Market> markets;

    Account(Map<String, Market> markets) {
        this.markets = markets;
    }

    public BigDecimal cash(String ccy) {
        return cash.getOrDefault(ccy, ZERO);
    }

    void pay(String ccy, BigDecimal amount) {
        cash.merge(ccy, amount, BigDecimal::add);
    }

    @Nullable
    Position position(Product product, String mode, String side) {
        for (Position each : positions) {
            if (each.product == product && each.mode.equals(mode) && each.side.equals(side)) {
                return each;
            }
        }
        return null;
    }

    @Nullable
    Position position(Order order) {
        return position(order.product, order.mode, order.posSide);
    }

    public BigDecimal mark(Position position) {
        return markets.get(position.product.id()).mark();
    }

    /** Cross futures of one index share a leverage, a cross swap has its own, an isolated position its own by side. */
    static String scope(Product product, String mode, String side) {
        if (!mode.equals("cross")) {
            return product.id() + " isolated " + side;
        }
        return (product.kind().equals("futures") ? product.index() : product.id()) + " cross";
    }

    BigDecimal lever(Product product, String mode, String side) {
        return levers.getOrDefault(scope(product, mode, side), BigDecimal.ONE);
    }

    public BigDecimal lever(Position position) {
        return lever(position.product, position.mode, position.side);
    }

    List<Position> cross(String ccy) {
        return positions.stream()
                .filter(it -> it.cross() && it.product.settle().equals(ccy))
                .toList();
    }

    public BigDecimal crossUpl(String ccy) {
        return cross(ccy).stream().map(it -> it.upl(mark(it))).reduce(ZERO, BigDecimal::add);
    }

    public BigDecimal imr(String ccy) {
        BigDecimal sum = ZERO;
        for (Position each : cross(ccy)) {
            sum = sum.add(margin(each.notional(mark(each)), lever(each)));
        }
        return sum;
    }

    /** Initial margin that has to be there: 16 decimals, up. */
    static BigDecimal margin(BigDecimal notional, BigDecimal lever) {
        return notional.divide(lever, 16, RoundingMode.UP);
    }

    /** Margin that goes into an isolated position: 16 decimals, down. */
    static BigDecimal put(BigDecimal notional, BigDecimal lever) {
        return notional.divide(lever, 16, RoundingMode.DOWN);
    }

    BigDecimal usable(String ccy) {
        return cash(ccy).add(crossUpl(ccy)).subtract(imr(ccy)).subtract(frozen(ccy));
    }

    /** What may leave the cash: a loss of cross positions counts, a profit does not. */
    BigDecimal spendable(String ccy) {
        return cash(ccy).add(crossUpl(ccy).min(ZERO)).subtract(imr(ccy)).subtract(frozen(ccy));
    }

    /** What open orders bind: spot what it would pay, a contract margin and taker fee of what would open. */
    public BigDecimal frozen(String ccy) {
        BigDecimal sum = ZERO;
        for (Order order : open) {
            Product product = order.product;
            if (order.px == null) {
                continue;
            }
            if (product.spot()) {
                BigDecimal value = product.worth(order.open(), order.px);
                if (order.buy && product.quote().equals(ccy)) {
                    sum = sum.add(order.feeInQuote ? value.add(value.multiply(product.takerFee())) : value);
                } else if (!order.buy && product.base().equals(ccy)) {
                    sum = sum.add(order.open());
                }
            } else if (product.settle().equals(ccy) && !order.closes()) {
                BigDecimal opening = order.open().subtract(closing(order));
                BigDecimal value = product.worth(opening, order.px);
                sum = sum.add(margin(value, lever(product, order.mode, order.posSide)))
                        .add(value.multiply(product.takerFee()));
            }
        }
        return sum;
    }

    /** How much of an open order would close its position: the oldest orders close first. */
    private BigDecimal closing(Order order) {
        Position held = position(order);
        if (held == null || held.qty.signum() > 0 == order.buy) {
            return ZERO;
        }
        BigDecimal left = held.qty.abs();
        for (Order each : open) {
            if (each == order) {
                break;
            }
            if (each.buy == order.buy && each.isAbout(held)) {
                left = left.subtract(each.open());
            }
        }
        return left.max(ZERO).min(order.open());
    }

    /** How much of a new order would open: what trades now meets the position, the rest queues to close it. */
    BigDecimal opening(Order order, BigDecimal now, BigDecimal later) {
        Position held = position(order);
        if (order.closes()) {
            return ZERO;
        }
        if (held == null || held.qty.signum() > 0 == order.buy) {
            return now.add(later);
        }
        BigDecimal closesNow = now.min(held.qty.abs());
        BigDecimal left = held.qty.abs().subtract(closesNow);
        for (Order each : open) {
            if (each.buy == order.buy && each.isAbout(held)) {
                left = left.subtract(each.open());
            }
        }
        return now.subtract(closesNow).add(later.subtract(later.min(left.max(ZERO))));
    }

    /** Whether a position, or all cross ones that share its margin, are to be liquidated. */
    boolean under(Position position) {
        if (!position.cross()) {
            BigDecimal equity = position.margin.add(position.upl(mark(position)));
            return equity.compareTo(position.needs(mark(position))) <= 0;
        }
        String ccy = position.product.settle();
        BigDecimal needs = ZERO;
        for (Position each : cross(ccy)) {
            needs = needs.add(each.needs(mark(each)));
        }
        return cash(ccy).add(crossUpl(ccy)).compareTo(needs) <= 0;
    }

    /** Books one trade: the closing part first, then what opens. */
    void settle(Order order, BigDecimal px, BigDecimal sz, boolean maker) {
        Product product = order.product;
        BigDecimal rate = order.free ? ZERO : maker ? product.makerFee() : product.takerFee();
        order.filled = order.filled.add(sz);
        if (order.state.equals("live")) {
            order.state = "partially_filled";
        }
        if (product.spot()) {
            spot(order, px, sz, rate, maker);
            return;
        }
        BigDecimal pnl = ZERO;
        BigDecimal fee = ZERO;
        BigDecimal left = sz;
        Position held = position(order);
        if (held != null && held.qty.signum() > 0 != order.buy) {
            BigDecimal part = sz.min(held.qty.abs());
            BigDecimal before = held.qty.abs();
            pnl = held.leave(part, px);
            fee = product.worth(part, px).multiply(rate);
            boolean gone = held.qty.signum() == 0;
            BigDecimal freed = gone ? held.margin : held.margin.multiply(part).divide(before, 16, RoundingMode.DOWN);
            held.margin = held.margin.subtract(freed);
            held.realized = held.realized.add(pnl).subtract(fee);
            pay(product.settle(), freed.add(pnl).subtract(fee));
            left = sz.subtract(part);
            if (gone) {
                positions.remove(held);
                held = null;
            }
        }
        if (left.signum() > 0) {
            if (held == null) {
                held = new Position(product, order.mode, order.posSide);
                positions.add(held);
            }
            held.enter(order.buy, left, px);
            BigDecimal cost = product.worth(left, px).multiply(rate);
            fee = fee.add(cost);
            held.realized = held.realized.subtract(cost);
            BigDecimal put = held.cross() ? ZERO : put(product.worth(left, px), lever(held));
            held.margin = held.margin.add(put);
            pay(product.settle(), put.add(cost).negate());
        }
        fills.add(new Fill(
                order.forced ? -1 : order.ref,
                product.id(),
                order.buy,
                px,
                sz,
                pnl,
                fee.negate(),
                product.settle(),
                maker));
    }

    private void spot(Order order, BigDecimal px, BigDecimal sz, BigDecimal rate, boolean maker) {
        Product product = order.product;
        BigDecimal value = px.multiply(sz);
        pay(product.base(), order.buy ? sz : sz.negate());
        pay(product.quote(), order.buy ? value.negate() : value);
        boolean inBase = order.buy && !order.feeInQuote;
        BigDecimal fee = (inBase ? sz : value).multiply(rate);
        String ccy = inBase ? product.base() : product.quote();
        pay(ccy, fee.negate());
        fills.add(new Fill(order.ref, product.id(), order.buy, px, sz, ZERO, fee.negate(), ccy, maker));
    }
}
