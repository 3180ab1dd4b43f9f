package dev.okx4j.paper.model.naive;

import static dev.okx4j.paper.model.naive.Admission.refuse;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The exchange: takes commands as lines of words, moves prices tick by tick, and answers why it refuses. */
@NullUnmarked
public final class Exchange {
    private static final long HALF_HOUR = 30 * 60 * 1000;
    public final Map<String, Market> markets = new LinkedHashMap<>();
    public final Account account = new Account();
    /** What was liquidated or delivered: product, mode and contracts, with their sign. */
    public final List<String> forced = new ArrayList<>();

    private final Trading trading = new Trading(account);
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
        try {
            carryOut(line.split(" "));
            return "";
        } catch (Admission.Refused refused) {
            return refused.getMessage();
        }
    }

    private void carryOut(String[] word) {
        switch (word[0]) {
            case "place" -> place(word);
            case "cancel" -> account.open.remove(open(word));
            case "amend" -> amend(word);
            case "close" -> close(word);
            case "lever" -> lever(at(word[1], word[2], word[3]), number(word[4]));
            case "margin" -> margin(word);
            case "transfer" -> transfer(word[1], number(word[2]), word[3].equals("in"));
            case "deposit" -> deposit(word[1], number(word[2]));
            case "hedge" -> hedge(word[1].equals("on"));
            case "fees" -> account.feeInQuote = word[1].equals("quote");
            default -> pass(word);
        }
    }

    /** Market events say when they happen in their second word. */
    private void pass(String[] word) {
        until(Long.parseLong(word[1]));
        Market market = word.length < 3 ? null : markets.get(word[2]);
        if (market != null && market.over) {
            return;
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
    }

    private static @Nullable BigDecimal number(String word) {
        return word.equals("-") ? null : new BigDecimal(word);
    }

    private Pocket at(String product, String mode, String side) {
        return new Pocket(markets.get(product), mode, side);
    }

    private Order open(String[] word) {
        Order order = account.open.stream()
                .filter(it ->
                        it.ref == Integer.parseInt(word[1]) && it.product.id().equals(word[2]))
                .findFirst()
                .orElse(null);
        refuse(order == null, "not open");
        return order;
    }

    /** place REF PRODUCT MODE POSSIDE SIDE TYPE SZ PX STP FLAGS. */
    private void place(String[] word) {
        Pocket at = at(word[2], word[3], word[4]);
        boolean buy = word[5].equals("buy");
        int ref = Integer.parseInt(word[1]);
        Order order = new Order(ref, at, buy, word[6], number(word[7]), number(word[8]), word[9], word[10]);
        order.feeInQuote = account.feeInQuote;
        boolean sided = account.hedged && !at.product.spot();
        refuse(sided == at.side.equals("net"), "position side");
        trading.place(order, word[10].contains("p"));
    }

    /** amend REF PRODUCT SZ PX FLAGS. */
    private void amend(String[] word) {
        Order order = open(word);
        BigDecimal sz = number(word[3]);
        BigDecimal px = number(word[4]);
        refuse(sz == null && px == null, "nothing");
        sz = sz == null ? order.sz : sz;
        px = px == null ? order.px : px;
        trading.amend(order, sz, px, word[5].contains("p"), word[5].contains("c"));
    }

    /** close REF PRODUCT MODE POSSIDE AUTOCXL. */
    private void close(String[] word) {
        Position held = account.position(at(word[2], word[3], word[4]));
        refuse(held.qty.signum() == 0, "no position");
        List<Order> closing = account.open.stream()
                .filter(it -> it.is(held) && held.faces(it))
                .toList();
        refuse(!closing.isEmpty() && !word[5].equals("auto"), "pending");
        account.open.removeAll(closing);
        trading.close(Integer.parseInt(word[1]), held);
    }

    private void lever(Pocket at, BigDecimal lever) {
        boolean net = at.side.equals("net");
        String scope = at.scope();
        refuse(net ? account.hedged && !at.cross() : !account.hedged, "side");
        refuse(account.open.stream().anyMatch(it -> it.scope().equals(scope)), "pending");
        refuse(at.product.most(lever).signum() == 0, "leverage");
        List<Position> held = account.positions.stream()
                .filter(it -> it.scope().equals(scope))
                .toList();
        BigDecimal more = ZERO;
        for (Position each : held) {
            refuse(each.qty.abs().compareTo(each.product.most(lever)) > 0, "tier");
            BigDecimal value = at.cross() ? each.notional() : each.cost.abs();
            RoundingMode rounding = at.cross() ? RoundingMode.UP : RoundingMode.DOWN;
            more = more.add(value.divide(lever, 16, rounding)).subtract(value.divide(account.lever(at), 16, rounding));
        }
        BigDecimal has = account.free(at.product.settle(), at.cross());
        refuse(more.signum() > 0 && has.compareTo(more) < 0, "margin");
        if (!at.cross() && !held.isEmpty()) {
            Position one = held.get(0);
            refuse(more.signum() < 0 && one.spare().add(more).signum() <= 0, "bare");
            one.margin = one.margin.add(more);
            account.pay(at.product.settle(), more.negate());
        }
        account.levers.put(scope, lever);
    }

    /** margin PRODUCT POSSIDE ADD AMOUNT. */
    private void margin(String[] word) {
        Position held = account.position(at(word[1], "isolated", word[2]));
        refuse(held.qty.signum() == 0, "no position");
        String ccy = held.product.settle();
        boolean add = word[3].equals("add");
        BigDecimal bound = account.margin(held, held.notional());
        BigDecimal most = add
                ? account.free(ccy, false)
                : held.margin.add(held.upl().min(ZERO)).subtract(bound);
        BigDecimal amount = number(word[4]);
        refuse(amount.signum() <= 0 || amount.compareTo(most) > 0, "amount");
        BigDecimal put = add ? amount : amount.negate();
        held.margin = held.margin.add(put);
        account.pay(ccy, put.negate());
    }

    private void transfer(String ccy, BigDecimal amount, boolean in) {
        BigDecimal has = in ? account.funding.getOrDefault(ccy, ZERO) : account.free(ccy, false);
        refuse(amount.signum() <= 0 || has.compareTo(amount) < 0, "amount");
        BigDecimal put = in ? amount : amount.negate();
        account.pay(ccy, put);
        account.funding.merge(ccy, put.negate(), BigDecimal::add);
    }

    private void deposit(String ccy, BigDecimal amount) {
        refuse(amount.signum() <= 0, "amount");
        account.pay(ccy, amount);
    }

    private void hedge(boolean on) {
        boolean idle = account.open.isEmpty() && account.positions.isEmpty();
        refuse(on != account.hedged && !idle, "open");
        account.hedged = on;
    }

    /** A leg of the path: a gap to its first price, then every tick to its last. */
    private void move(Market market, BigDecimal from, BigDecimal to, BigDecimal volume) {
        market.refill(volume);
        market.used = ZERO;
        market.last = from;
        trading.rest(market, from, from, to, volume, true);
        trading.rest(market, from, from, to, volume, false);
        liquidator.check(market);
        boolean up = to.compareTo(from) > 0;
        BigDecimal step = up ? market.product.tick() : market.product.tick().negate();
        while (market.last.compareTo(to) != 0) {
            liquidator.check(market);
            int before = account.fills.size();
            trading.rest(market, to, from, to, volume, !up);
            if (account.fills.size() > before) {
                liquidator.check(market);
            }
            market.last = market.last.add(step);
        }
        liquidator.check(market);
    }

    private void funding(Market market, BigDecimal rate) {
        for (Position each : account.positions) {
            if (each.market == market) {
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
        String ccy = market.product.settle();
        account.open.removeIf(it -> it.market == market);
        BigDecimal px = settlement(market);
        market.over = true;
        for (Position each : List.copyOf(account.positions)) {
            if (each.market == market) {
                BigDecimal before = account.cash(ccy);
                forced.add("delivered " + each.product.id() + " " + each.mode + " " + Liquidator.plain(each.qty));
                trading.deliver(each, px);
                liquidator.insure(each, before);
            }
        }
        account.cross(ccy).forEach(it -> liquidator.check(it.market));
    }

    private BigDecimal settlement(Market market) {
        List<Told> told = indices.stream()
                .filter(it -> it.index.equals(market.product.index()))
                .toList();
        BigDecimal sum = ZERO;
        BigDecimal length = ZERO;
        for (int i = 0; i < told.size(); i++) {
            long from = Math.max(told.get(i).at, now - HALF_HOUR);
            long to = i + 1 < told.size() ? told.get(i + 1).at : now;
            BigDecimal held = BigDecimal.valueOf(Math.max(to - from, 0));
            sum = sum.add(told.get(i).px.multiply(held));
            length = length.add(held);
        }
        if (!told.isEmpty()) {
            return sum.divide(length, 8, RoundingMode.HALF_EVEN);
        }
        Market spot = markets.get(market.product.index());
        return spot == null ? market.last : spot.last;
    }
}
