package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import java.util.List;

/** Reduces tier by tier, then closes, positions whose margin does not cover what they need. */
final class Liquidator {
    private static final BigDecimal ZERO = BigDecimal.ZERO;
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
        if (!gone.cross()) {
            account.cash.merge(ccy, before, BigDecimal::max);
        } else if (account.cross(ccy).isEmpty()) {
            account.cash.merge(ccy, ZERO, BigDecimal::max);
        }
    }

    /** Liquidates the positions of a market, and all that share their margin, that lack what they need. */
    void check(Market market) {
        for (Position each : List.copyOf(account.positions)) {
            if (each.product == market.product && account.positions.contains(each) && account.under(each)) {
                cancelBefore(each);
                if (each.cross()) {
                    cross(each.product.settle());
                } else {
                    isolated(each);
                }
            }
        }
    }

    private void cancelBefore(Position held) {
        for (Order each : List.copyOf(account.open)) {
            boolean shares = held.cross()
                    ? each.mode.equals("cross") && each.product.settle().equals(held.product.settle())
                    : each.isAbout(held);
            if (shares) {
                trading.end(each, "canceled");
            }
        }
    }

    private void isolated(Position held) {
        String ccy = held.product.settle();
        BigDecimal before = account.cash(ccy);
        while (account.under(held) && stepDown(held)) {
            held.margin = held.margin.add(account.cash(ccy)).subtract(before);
            account.cash.put(ccy, before);
        }
        if (account.under(held)) {
            force(held, held.qty.abs());
            insure(held, before);
        }
    }

    private void cross(String ccy) {
        while (true) {
            Position most = null;
            for (Position each : account.cross(ccy)) {
                boolean more = most == null || maintenance(each).compareTo(maintenance(most)) > 0;
                most = tier(each) > 0 && more ? each : most;
            }
            if (most == null || !account.under(most) || !stepDown(most)) {
                break;
            }
        }
        List<Position> left = account.cross(ccy);
        if (!left.isEmpty() && account.under(left.get(0))) {
            for (Position each : left) {
                force(each, each.qty.abs());
                insure(each, ZERO);
            }
        }
    }

    private BigDecimal maintenance(Position held) {
        return held.notional(account.mark(held))
                .multiply(held.product.tiers().get(tier(held)).mmr());
    }

    private static int tier(Position held) {
        return held.product.tier(held.qty.abs());
    }

    /** Reduces a position to the largest size of the tier below, if there is one. */
    private boolean stepDown(Position held) {
        int tier = tier(held);
        if (tier > 0) {
            BigDecimal kept = Product.down(held.product.tiers().get(tier - 1).most(), held.product.lot());
            force(held, held.qty.abs().subtract(kept));
        }
        return tier > 0;
    }

    private void force(Position held, BigDecimal sz) {
        BigDecimal signed = held.qty.signum() > 0 ? sz : sz.negate();
        forced.add("liquidated " + held.product.id() + " " + held.mode + " "
                + signed.stripTrailingZeros().toPlainString() + " at "
                + account.mark(held).stripTrailingZeros().toPlainString());
        trading.force(held, sz);
    }
}
