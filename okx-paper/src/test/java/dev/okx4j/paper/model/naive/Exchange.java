package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The exchange: takes commands as lines of words, moves prices tick by tick, and answers why it refuses. */
@NullUnmarked
public final class Exchange {
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final long HALF_HOUR = 30 * 60 * 1000;
    public final Map<String, Market> markets = new LinkedHashMap<>();
    public final Account account = new Account(markets);
    public final Map<Integer, Order> orders = new HashMap<>();
    /** What was liquidated or delivered: product, mode and contracts, with their sign. */
    public final List<String> forced = new ArrayList<>();

    private final Trading trading = new Trading(account, markets);
    private final Liquidator liquidator = new Liquidator(account, trading, forced);
    private final List<Told> indices = new ArrayList<>();
    private long now;

    /** The price of an index, as told at a moment. */
    private record Told(long at, String index, BigDecimal px) {}

    /** Opens it at a moment, in milliseconds, with the products in their order. */
    public Exchange(long now, List<Product> products) {
        this.now = now;
        products.forEach(it -> markets.put(it.id(), new Market(it)));
    }

    /** Gives a product its first price and depth. */
    public void begin(String product, BigDecimal px, BigDecimal volume) {
        markets.get(product).refill(volume);
        markets.get(product).last = px;
    }

    /** Carries out one command and returns an empty word, or why it is refused. */
    public String apply(String line) {
        String[] word = line.split(" ");
        return switch (word[0]) {
            case "place" -> place(word);
            case "cancel" -> cancel(open(word));
            case "amend" -> amend(word);
            case "close" -> close(word);
            case "lever" -> lever(markets.get(word[1]).product, word[2], word[3], number(word[4]));
            case "margin" -> margin(word);
            case "transfer" -> transfer(word[1], number(word[2]), word[3].equals("in"));
            case "deposit" -> deposit(word[1], number(word[2]));
            case "hedge" -> hedge(word[1].equals("on"));
            case "fees" -> {
                account.feeInQuote = word[1].equals("quote");
                yield "";
            }
            default -> pass(word);
        };
    }

    /** Market events say when they happen in their second word. */
    private String pass(String[] word) {
        until(Long.parseLong(word[1]));
        Market market = word.length < 3 ? null : markets.get(word[2]);
        if (market != null && market.over) {
            return "";
        }
        switch (word[0]) {
            case "move" -> move(market, number(word[3]), number(word[4]), number(word[5]));
            case "mark" -> {
                market.told = number(word[3]);
                liquidator.check(market);
            }
            case "index" -> indices.add(new Told(now, word[2], number(word[3])));
            case "funding" -> funding(market, number(word[3]));
            default -> {}
        }
        return "";
    }

    private static @Nullable BigDecimal number(String word) {
        return word.equals("-") ? null : new BigDecimal(word);
    }

    private @Nullable Order open(String[] word) {
        Order order = orders.get(Integer.parseInt(word[1]));
        return order != null
                        && account.open.contains(order)
                        && order.product.id().equals(word[2])
                ? order
                : null;
    }

    /** place REF PRODUCT MODE POSSIDE SIDE TYPE SZ PX STP FLAGS. */
    private String place(String[] word) {
        Product product = markets.get(word[2]).product;
        boolean sided = !word[4].equals("net");
        if (sided != (account.hedged && !product.spot())) {
            return "position side";
        }
        Order order = new Order(
                Integer.parseInt(word[1]),
                product,
                word[3],
                word[4],
                word[5].equals("buy"),
                word[6],
                number(word[7]),
                number(word[8]),
                word[9],
                word[10]);
        String wrong = trading.place(order, word[10].contains("p"));
        if (wrong.isEmpty()) {
            orders.put(order.ref, order);
        }
        return wrong;
    }

    private String cancel(@Nullable Order order) {
        if (order == null) {
            return "not open";
        }
        trading.end(order, "canceled");
        return "";
    }

    /** amend REF PRODUCT SZ PX FLAGS. */
    private String amend(String[] word) {
        Order order = open(word);
        return order == null
                ? "not open"
                : trading.amend(order, number(word[3]), number(word[4]), word[5].contains("p"), word[5].contains("c"));
    }

    /** close REF PRODUCT MODE POSSIDE AUTOCXL. */
    private String close(String[] word) {
        Product product = markets.get(word[2]).product;
        Position held = account.position(product, word[3], word[4]);
        if (held == null || word[4].equals("net") == account.hedged) {
            return "no position";
        }
        List<Order> closing = account.open.stream()
                .filter(it -> it.isAbout(held) && it.buy == held.qty.signum() < 0)
                .toList();
        if (!closing.isEmpty() && !word[5].equals("auto")) {
            return "pending";
        }
        closing.forEach(it -> trading.end(it, "canceled"));
        Order order = trading.close(Integer.parseInt(word[1]), held);
        orders.put(order.ref, order);
        return "";
    }

    private String lever(Product product, String mode, String side, BigDecimal lever) {
        boolean sided = !side.equals("net");
        String scope = Account.scope(product, mode, mode.equals("cross") ? "net" : side);
        boolean pending = account.open.stream()
                .anyMatch(it -> !it.product.spot() && scope.equals(Account.scope(it.product, it.mode, it.posSide)));
        boolean wrongSide = sided && !account.hedged || !sided && account.hedged && mode.equals("isolated");
        if (product.spot()
                || wrongSide
                || pending
                || lever.compareTo(product.lever()) > 0
                || product.most(lever).signum() == 0) {
            return "leverage";
        }
        List<Position> held = account.positions.stream()
                .filter(it -> scope.equals(Account.scope(it.product, it.mode, it.side)))
                .toList();
        BigDecimal more = ZERO;
        for (Position each : held) {
            if (each.qty.abs().compareTo(each.product.most(lever)) > 0) {
                return "tier";
            }
            if (each.cross() && each.product.settle().equals(product.settle())) {
                BigDecimal notional = each.notional(account.mark(each));
                more = more.add(Account.margin(notional, lever))
                        .subtract(Account.margin(notional, account.lever(each)));
            } else if (!each.cross()) {
                BigDecimal entry = each.cost.abs();
                more = Account.put(entry, lever).subtract(Account.put(entry, account.lever(each)));
            }
        }
        boolean cross = mode.equals("cross");
        BigDecimal has = cross ? account.usable(product.settle()) : account.spendable(product.settle());
        if (more.signum() > 0 && has.compareTo(more) < 0) {
            return "margin";
        }
        if (!cross && !held.isEmpty()) {
            Position one = held.get(0);
            BigDecimal equity = one.margin.add(more).add(one.upl(account.mark(one)));
            if (more.signum() < 0 && equity.compareTo(one.needs(account.mark(one))) <= 0) {
                return "bare";
            }
            one.margin = one.margin.add(more);
            account.pay(product.settle(), more.negate());
        }
        account.levers.put(scope, lever);
        return "";
    }

    /** margin PRODUCT POSSIDE ADD AMOUNT. */
    private String margin(String[] word) {
        Position held = account.position(markets.get(word[1]).product, "isolated", word[2]);
        BigDecimal amount = number(word[4]);
        if (held == null) {
            return "no position";
        }
        BigDecimal mark = account.mark(held);
        boolean add = word[3].equals("add");
        BigDecimal most = add
                ? account.spendable(held.product.settle())
                : held.margin
                        .add(held.upl(mark).min(ZERO))
                        .subtract(Account.margin(held.notional(mark), account.lever(held)));
        if (amount.signum() <= 0 || amount.compareTo(most) > 0) {
            return "amount";
        }
        held.margin = held.margin.add(add ? amount : amount.negate());
        account.pay(held.product.settle(), add ? amount.negate() : amount);
        return "";
    }

    private String transfer(String ccy, BigDecimal amount, boolean in) {
        BigDecimal has = in ? account.funding.getOrDefault(ccy, ZERO) : account.spendable(ccy);
        if (amount.signum() <= 0 || has.compareTo(amount) < 0) {
            return "amount";
        }
        account.pay(ccy, in ? amount : amount.negate());
        account.funding.merge(ccy, in ? amount.negate() : amount, BigDecimal::add);
        return "";
    }

    private String deposit(String ccy, BigDecimal amount) {
        if (amount.signum() <= 0) {
            return "amount";
        }
        account.pay(ccy, amount);
        return "";
    }

    private String hedge(boolean on) {
        if (on != account.hedged && !(account.open.isEmpty() && account.positions.isEmpty())) {
            return "open";
        }
        account.hedged = on;
        return "";
    }

    /** A leg of the path: a gap to its first price, then every tick to its last. */
    private void move(Market market, BigDecimal from, BigDecimal to, BigDecimal volume) {
        market.refill(volume);
        market.used = ZERO;
        market.last = from;
        rest(market, from, from, to, volume, true);
        rest(market, from, from, to, volume, false);
        liquidator.check(market);
        boolean up = to.compareTo(from) > 0;
        BigDecimal step = up ? market.product.tick() : market.product.tick().negate();
        for (BigDecimal px = from; px.compareTo(to) != 0; px = px.add(step)) {
            market.last = px;
            liquidator.check(market);
            int before = account.fills.size();
            rest(market, to, from, to, volume, !up);
            if (account.fills.size() > before) {
                liquidator.check(market);
            }
        }
        market.last = to;
        liquidator.check(market);
    }

    /**
     * Fills the orders of a side that the price has reached and that the leg trades beyond, best first, each at its own
     * price and up to the part of the volume that trades beyond it. What they take is theirs alone.
     */
    private void rest(
            Market market, BigDecimal beyond, BigDecimal from, BigDecimal to, BigDecimal volume, boolean buys) {
        while (true) {
            Order best = null;
            for (Order each : account.open) {
                if (each.product == market.product && each.buy == buys && each.queue > 0) {
                    int better = best == null ? 1 : each.px.compareTo(best.px) * (buys ? 1 : -1);
                    best = better > 0 || (better == 0 && each.queue < best.queue) ? each : best;
                }
            }
            boolean traded = best != null && (buys ? best.px.compareTo(beyond) > 0 : best.px.compareTo(beyond) < 0);
            boolean reached = best != null
                    && (beyond == from
                            || (buys ? best.px.compareTo(market.last) >= 0 : best.px.compareTo(market.last) <= 0));
            if (!traded || !reached) {
                return;
            }
            BigDecimal low = from.min(to);
            BigDecimal high = from.max(to);
            BigDecimal part = buys ? best.px.subtract(low) : high.subtract(best.px);
            BigDecimal length = high.subtract(low);
            BigDecimal share = part.signum() <= 0
                    ? ZERO
                    : part.compareTo(length) >= 0
                            ? volume
                            : volume.multiply(part).divide(length, 30, RoundingMode.DOWN);
            BigDecimal room = Product.down(share, market.product.lot()).subtract(market.used);
            if (room.signum() <= 0) {
                return;
            }
            BigDecimal sz = best.open().min(room);
            market.used = market.used.add(sz);
            trading.fill(best, best.px, sz, true);
        }
    }

    private void funding(Market market, BigDecimal rate) {
        for (Position each : List.copyOf(account.positions)) {
            if (each.product == market.product) {
                BigDecimal paid = each.product.worth(each.qty, market.mark()).multiply(rate);
                each.realized = each.realized.subtract(paid);
                if (each.cross()) {
                    account.pay(each.product.settle(), paid.negate());
                } else {
                    each.margin = each.margin.subtract(paid);
                }
            }
        }
        liquidator.check(market);
    }

    /** Lets time pass; futures that end on the way are settled. */
    private void until(long moment) {
        for (Market market : markets.values()) {
            long ends = market.product.ends();
            if (ends > 0 && ends <= moment && !market.over) {
                now = ends;
                settle(market);
            }
        }
        now = moment;
    }

    /** Settles a future at the mean of its index over the last half hour, else at the index or its own last price. */
    private void settle(Market market) {
        Product product = market.product;
        List.copyOf(account.open).stream()
                .filter(it -> it.product == product)
                .forEach(it -> trading.end(it, "canceled"));
        BigDecimal px = settlement(product);
        market.over = true;
        for (Position each : List.copyOf(account.positions)) {
            if (each.product == product) {
                BigDecimal before = account.cash(product.settle());
                forced.add("delivered " + product.id() + " " + each.mode + " "
                        + each.qty.stripTrailingZeros().toPlainString());
                trading.deliver(each, px);
                liquidator.insure(each, before);
            }
        }
        for (Position each : account.cross(product.settle())) {
            liquidator.check(markets.get(each.product.id()));
        }
    }

    private BigDecimal settlement(Product product) {
        BigDecimal sum = ZERO;
        long weight = 0;
        BigDecimal px = null;
        long since = now - HALF_HOUR;
        for (Told told : indices) {
            if (told.index.equals(product.index())) {
                if (px != null && told.at > since) {
                    sum = sum.add(px.multiply(BigDecimal.valueOf(told.at - since)));
                    weight += told.at - since;
                }
                since = Math.max(since, told.at);
                px = told.px;
            }
        }
        if (px != null) {
            sum = sum.add(px.multiply(BigDecimal.valueOf(now - since)));
            return sum.divide(BigDecimal.valueOf(weight + now - since), 8, RoundingMode.HALF_EVEN);
        }
        Market spot = markets.get(product.index());
        return spot == null ? markets.get(product.id()).last : spot.last;
    }
}
