package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.AlgoView;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.BillView;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the account's owner, or the exchange, has done to its holdings; what merely follows the price is not news. */
final class HoldingsChange {
    /** Positions that are new or another than before, as they are now. */
    final List<PositionView> changed = new ArrayList<>();
    /** Positions that are no more, as they were. */
    final List<PositionView> closed = new ArrayList<>();
    /** Currencies whose money is more, less, or frozen otherwise than before. */
    final List<String> ccys = new ArrayList<>();
    /** Those of them whose cash balance is another. */
    final Set<String> cash = new HashSet<>();
    /** Algo orders that are new, amended, triggered or cancelled, as they are now. */
    final List<AlgoView> algos = new ArrayList<>();
    /** The bills of the change, oldest first. */
    final List<BillView> bills;

    final Holdings after;

    HoldingsChange(Holdings before, Holdings after, Venue venue) {
        this.after = after;
        List<BillView> all = venue.bills();
        // After a reset there are fewer than before: all of them are new.
        int told = before.bills() <= all.size() ? before.bills() : 0;
        this.bills = List.copyOf(all.subList(told, all.size()));
        after.positions().forEach((id, position) -> {
            PositionView known = before.positions().get(id);
            if (known == null || !sameHolding(known, position)) {
                changed.add(position);
            }
        });
        before.positions().forEach((id, position) -> {
            if (!after.positions().containsKey(id)) {
                closed.add(position);
            }
        });
        after.balances().forEach((ccy, balance) -> {
            BalanceView known = before.balances().get(ccy);
            if (known == null || known.cashBal().compareTo(balance.cashBal()) != 0) {
                cash.add(ccy);
            }
            if (known == null || !sameMoney(known, balance)) {
                ccys.add(ccy);
            }
        });
        algos(before, after, venue);
    }

    private void algos(Holdings before, Holdings after, Venue venue) {
        Set<String> gone = new HashSet<>(before.algos().keySet());
        gone.removeAll(after.algos().keySet());
        if (!gone.isEmpty()) {
            venue.algos().stream().filter(algo -> gone.contains(algo.algoId())).forEach(algos::add);
        }
        after.algos().forEach((id, algo) -> {
            AlgoView known = before.algos().get(id);
            if (known == null || !sameAlgo(known, algo)) {
                algos.add(algo);
            }
        });
    }

    boolean isEmpty() {
        return changed.isEmpty() && closed.isEmpty() && ccys.isEmpty() && algos.isEmpty();
    }

    private static boolean sameHolding(PositionView a, PositionView b) {
        return same(a.pos(), b.pos())
                && same(a.avgPx(), b.avgPx())
                && same(a.lever(), b.lever())
                && same(a.realizedPnl(), b.realizedPnl())
                && same(a.margin(), b.margin())
                && a.tradeId().equals(b.tradeId());
    }

    private static boolean sameMoney(BalanceView a, BalanceView b) {
        return same(a.cashBal(), b.cashBal())
                && same(a.ordFrozen(), b.ordFrozen())
                && same(a.isoEq().subtract(a.isoUpl()), b.isoEq().subtract(b.isoUpl()));
    }

    private static boolean sameAlgo(AlgoView a, AlgoView b) {
        return a.state() == b.state()
                && a.ticket().equals(b.ticket())
                && a.uTime().equals(b.uTime());
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return Objects.equals(a, b) || (a != null && b != null && a.compareTo(b) == 0);
    }
}
