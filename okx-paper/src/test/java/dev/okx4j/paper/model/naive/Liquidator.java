package dev.okx4j.paper.model.naive;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reduces tier by tier, then closes, positions whose margin does not cover what they need. */
final class Liquidator {
    private final Account account;
    private final Trading trading;
    private final List<String> forced;

    Liquidator(Account account, Trading trading, List<String> forced) {
        this.account = account;
        this.trading = trading;
        this.forced = forced;
    }

    /** The insurance fund pays what an isolated position has lost beyond its margin, or a cash below zero. */
    void insure(Position gone, BigDecimal before) {
        String ccy = gone.product.settle();
        if (!gone.cross() || account.cross(ccy).isEmpty()) {
            account.cash.merge(ccy, gone.cross() ? ZERO : before, BigDecimal::max);
        }
    }

    /** Liquidates the positions of a market, and all that share their margin, that lack what they need. */
    void check(Market market) {
        for (Position each : List.copyOf(account.positions)) {
            if (each.market == market && account.positions.contains(each) && account.under(each)) {
                account.open.removeIf(each::shares);
                liquidate(each);
            }
        }
    }

    private void liquidate(Position held) {
        String ccy = held.product.settle();
        BigDecimal before = account.cash(ccy);
        List<Position> all = account.positions.stream().filter(held::shares).toList();
        while (account.under(held)) {
            Optional<Position> most =
                    all.stream().filter(it -> it.tier() > 0).max(Comparator.comparing(Position::maintenance));
            if (most.isEmpty()) {
                for (Position each : all) {
                    force(each, each.qty.abs());
                    insure(each, before);
                }
                return;
            }
            stepDown(most.get());
            if (!held.cross()) { // what it frees stays with it
                held.margin = held.margin.add(account.cash(ccy)).subtract(before);
                account.cash.put(ccy, before);
            }
        }
    }

    /** Reduces a position to the largest size of the tier below. */
    private void stepDown(Position held) {
        BigDecimal kept =
                held.product.lots(held.product.tiers().get(held.tier() - 1).most());
        force(held, held.qty.abs().subtract(kept));
    }

    private void force(Position held, BigDecimal sz) {
        BigDecimal signed = held.qty.signum() > 0 ? sz : sz.negate();
        forced.add(String.join(
                " ", "liquidated", held.product.id(), held.mode, plain(signed), "at", plain(held.market.mark())));
        trading.force(held, sz);
    }

    static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
