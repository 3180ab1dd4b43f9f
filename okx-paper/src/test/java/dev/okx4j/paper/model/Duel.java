package dev.okx4j.paper.model;

import dev.okx4j.paper.model.naive.Account;
import dev.okx4j.paper.model.naive.Exchange;
import dev.okx4j.paper.model.naive.Fill;
import dev.okx4j.paper.model.naive.Order;
import dev.okx4j.paper.model.naive.Position;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.FillView;
import dev.okx4j.paper.venue.OrderView;
import dev.okx4j.paper.venue.PositionView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The venue and the naive exchange side by side, given the same lines; it says where they differ. */
class Duel {
    static final Map<String, BigDecimal> BALANCES = new TreeMap<>(Map.of(
            "USDT",
            new BigDecimal("20000"),
            "USDC",
            new BigDecimal("9000"),
            "BTC",
            new BigDecimal("2"),
            "ETH",
            new BigDecimal("10"),
            "SOL",
            new BigDecimal("200"),
            "XRP",
            new BigDecimal("5000")));

    final VenueSide venue = new VenueSide(BALANCES);
    final Exchange naive = new Exchange(
            Instruments.START.toEpochMilli(),
            Instruments.ROWS.stream().map(Instruments.Row::product).toList());
    private int fills;
    private int forced;
    private int accepted;

    Duel() {
        Instruments.ROWS.forEach(row -> naive.begin(row.product().id(), row.px(), TypedFeed.FIRST_VOLUME));
        BALANCES.forEach((ccy, amount) -> naive.apply("deposit " + ccy + " " + amount));
    }

    int fills() {
        return fills;
    }

    int accepted() {
        return accepted;
    }

    int forced() {
        return forced;
    }

    /** Gives a line to both and returns how they differ, or null; figures that cost time only when asked. */
    @Nullable
    String apply(String line, boolean thoroughly) {
        String theirs = venue.apply(line);
        String ours = naive.apply(line);
        if (theirs.isEmpty() != ours.isEmpty()) {
            return "venue: " + (theirs.isEmpty() ? "accepted" : theirs) + "; model: "
                    + (ours.isEmpty() ? "accepted" : ours);
        }
        accepted += ours.isEmpty() ? 1 : 0;
        String different = trades();
        return different == null && thoroughly ? figures() : different;
    }

    /** Compares the fills and liquidations that have been added since the last time. */
    private @Nullable String trades() {
        List<FillView> theirs = venue.venue.fills();
        List<Fill> ours = naive.account.fills;
        for (; fills < Math.max(theirs.size(), ours.size()); fills++) {
            String a = fills < theirs.size() ? text(theirs.get(fills)) : "none";
            String b = fills < ours.size() ? text(ours.get(fills)) : "none";
            if (!a.equals(b)) {
                return "fill " + fills + "\n  venue " + a + "\n  model " + b;
            }
        }
        for (; forced < Math.max(venue.forced.size(), naive.forced.size()); forced++) {
            String a = forced < venue.forced.size() ? venue.forced.get(forced) : "none";
            String b = forced < naive.forced.size() ? naive.forced.get(forced) : "none";
            if (!a.equals(b)) {
                return "liquidation\n  venue " + a + "\n  model " + b;
            }
        }
        return null;
    }

    private String text(FillView it) {
        return text(
                venue.ref(it.ordId()),
                it.instId(),
                it.side().wire(),
                it.maker(),
                it.feeCcy(),
                it.fillPx(),
                it.fillSz(),
                it.fillPnl(),
                it.fee());
    }

    private static String text(Fill it) {
        return text(
                it.order().ref,
                it.order().product.id(),
                it.order().buy ? "buy" : "sell",
                it.maker(),
                it.feeCcy(),
                it.px(),
                it.sz(),
                it.pnl(),
                it.fee());
    }

    private static String text(int ref, String instId, String side, boolean maker, String ccy, BigDecimal... figures) {
        StringBuilder text = new StringBuilder(96);
        text.append(ref)
                .append(' ')
                .append(instId)
                .append(' ')
                .append(side)
                .append(maker ? " maker " : " taker ")
                .append(ccy);
        for (BigDecimal figure : figures) {
            text.append(' ').append(plain(figure));
        }
        return text.toString();
    }

    /** Compares balances, positions and open orders. */
    @Nullable
    String figures() {
        Map<String, String> theirs = new TreeMap<>();
        for (BalanceView it : venue.venue.balances()) {
            theirs.put("balance " + it.ccy(), words(it.cashBal(), it.ordFrozen(), it.imr(), it.upl()));
        }
        venue.venue.funding().forEach((ccy, amount) -> theirs.put("funding " + ccy, words(amount)));
        for (PositionView it : venue.venue.positions()) {
            BigDecimal pos = it.posSide().wire().equals("short") ? it.pos().negate() : it.pos();
            theirs.put(
                    "position " + it.instId() + " " + it.mgnMode().wire() + " "
                            + it.posSide().wire(),
                    words(
                            pos,
                            it.avgPx(),
                            it.margin() == null ? BigDecimal.ZERO : it.margin(),
                            it.upl(),
                            it.realizedPnl()));
        }
        for (OrderView it : venue.venue.openOrders()) {
            theirs.put("order " + venue.ref(it.ordId()), words(it.sz(), it.accFillSz()));
        }
        Map<String, String> ours = new TreeMap<>();
        Account account = naive.account;
        account.cash.forEach((ccy, cash) ->
                ours.put("balance " + ccy, words(cash, account.frozen(ccy), account.imr(ccy), account.crossUpl(ccy))));
        account.funding.forEach((ccy, amount) -> ours.put("funding " + ccy, words(amount)));
        for (Position it : account.positions) {
            ours.put(
                    "position " + it.product.id() + " " + it.mode + " " + it.side,
                    words(it.qty, it.avgPx, it.margin, it.upl(), it.realized));
        }
        for (Order it : account.open) {
            ours.put("order " + it.ref, words(it.sz, it.filled));
        }
        if (theirs.equals(ours)) {
            return null;
        }
        StringBuilder text = new StringBuilder("figures");
        TreeMap<String, String> all = new TreeMap<>(theirs);
        all.putAll(ours);
        for (String key : all.keySet()) {
            String a = theirs.getOrDefault(key, "none");
            String b = ours.getOrDefault(key, "none");
            if (!a.equals(b)) {
                text.append("\n  ")
                        .append(key)
                        .append(" venue ")
                        .append(a)
                        .append(" model ")
                        .append(b);
            }
        }
        return text.toString();
    }

    private static String words(BigDecimal... figures) {
        StringBuilder text = new StringBuilder();
        for (BigDecimal figure : figures) {
            text.append(plain(figure)).append(' ');
        }
        return text.toString();
    }

    private static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
