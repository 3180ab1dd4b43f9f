package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole state as text, in a fixed order: two venues are in the same state exactly when their texts are equal. */
final class Digest {

    private final StringBuilder text = new StringBuilder();

    /** Returns the state of a session as lines of text. */
    static String of(Session session) {
        State state = session.state;
        Views views = session.views;
        Digest digest = new Digest();
        digest.line("now", state.now);
        digest.line("ids", state.ids.last());
        digest.line("leg", session.leg());
        for (Map.Entry<Wallet, BigDecimal> wallet : state.ledger.wallets().entrySet()) {
            digest.line("wallet", wallet.getKey() + " " + wallet.getValue().toPlainString());
        }
        digest.line("account", state.account.view());
        digest.line("demo", state.demo);
        state.indices.told().forEach((index, prices) -> digest.line("index", index + " " + prices));
        state.timers.forEach((tag, trigger) -> digest.line("timer", tag + " " + trigger));
        state.protections.forEach((family, protection) -> digest.line("protection", family + " " + protection));
        state.positions.levers().forEach((key, lever) -> digest.line("lever", key + " " + lever));
        for (Market market : state.markets.values()) {
            digest.line("market", market.spec.instId() + " trades " + market.trades());
            digest.line("expired", market.isExpired());
            if (market.option != null) {
                digest.line("volatility", market.option.digest());
            }
            digest.line("mark", market.hasMark() ? market.mark() : null);
            if (market.hasPrice()) {
                digest.line("depth", market.house.digest());
                digest.line("queue", market.queueDigest());
                digest.line("quote", views.quote(market));
                digest.line("book", views.book(market, Integer.MAX_VALUE));
            }
        }
        views.positions().forEach(position -> digest.line("position", position));
        state.positions.closed().forEach(position -> digest.line("closed", position));
        views.balances().forEach(balance -> digest.line("balance", balance));
        state.orders.all().forEach(order -> digest.line("order", order.view()));
        state.algos
                .all()
                .forEach(algo -> digest.line(
                        "algo",
                        algo.view() + " due " + algo.due + " rising " + algo.rising + " chased from "
                                + algo.chaseStart));
        state.tape.fills.forEach(fill -> digest.line("fill", fill));
        state.deliveries.forEach(delivery -> digest.line("delivery", delivery));
        state.transfers.forEach(transfer -> digest.line("transfer", transfer));
        state.tape.bills.forEach(bill -> digest.line("bill", bill));
        return digest.text.toString();
    }

    private void line(String what, @Nullable Object value) {
        text.append(what).append(' ').append(value).append('\n');
    }
}
