package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** All money of the exchange. Money only ever moves from one wallet to another, so each currency sums to zero. */
final class Ledger {

    private final NavigableMap<Wallet, BigDecimal> wallets = new TreeMap<>();
    /** The currencies in which something has moved since the last check; few. */
    private final Set<String> moved = new HashSet<>();

    /** Returns a balance; zero for a wallet that was never used. */
    BigDecimal of(Wallet wallet) {
        return wallets.getOrDefault(wallet, BigDecimal.ZERO);
    }

    /** Returns the account's cash balance in a currency. */
    BigDecimal cash(String ccy) {
        return of(Wallet.of(Wallet.Kind.CASH, ccy));
    }

    /** Moves an amount of the wallets' currency; a negative amount moves the other way. */
    void move(Wallet from, Wallet to, BigDecimal amount) {
        if (!from.ccy().equals(to.ccy())) {
            throw new IllegalStateException("money cannot move from " + from + " to " + to);
        }
        if (amount.signum() != 0) {
            moved.add(from.ccy());
            wallets.put(from, of(from).subtract(amount));
            wallets.put(to, of(to).add(amount));
        }
    }

    /** Returns every wallet with its balance, in a fixed order. */
    Map<Wallet, BigDecimal> wallets() {
        return wallets;
    }

    /** Checks that every currency that has moved since the last time sums to exactly zero over all wallets. */
    void verify() {
        for (String ccy : moved) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Map.Entry<Wallet, BigDecimal> wallet :
                    wallets.tailMap(Wallet.firstOf(ccy)).entrySet()) {
                if (!wallet.getKey().ccy().equals(ccy)) {
                    break;
                }
                sum = sum.add(wallet.getValue());
            }
            requireZero(ccy, sum);
        }
        moved.clear();
    }

    private void requireZero(String ccy, BigDecimal sum) {
        if (sum.signum() != 0) {
            throw new IllegalStateException(
                    "money is not conserved: " + ccy + " sums to " + sum.toPlainString() + " over " + wallets);
        }
    }
}
