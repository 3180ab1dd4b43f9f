package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** All money of the exchange. Money only ever moves from one wallet to another, so each currency sums to zero. */
final class Ledger {

    private final Map<Wallet, BigDecimal> wallets = new TreeMap<>();
    private boolean moved;

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
            moved = true;
            wallets.put(from, of(from).subtract(amount));
            wallets.put(to, of(to).add(amount));
        }
    }

    /** Returns every wallet with its balance, in a fixed order. */
    Map<Wallet, BigDecimal> wallets() {
        return wallets;
    }

    /** Checks, if anything has moved since the last time, that every currency sums to exactly zero over all wallets. */
    void verify() {
        if (!moved) {
            return;
        }
        moved = false;
        String ccy = "";
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Wallet, BigDecimal> wallet : wallets.entrySet()) {
            if (!wallet.getKey().ccy().equals(ccy)) {
                requireZero(ccy, sum);
                ccy = wallet.getKey().ccy();
                sum = BigDecimal.ZERO;
            }
            sum = sum.add(wallet.getValue());
        }
        requireZero(ccy, sum);
    }

    private void requireZero(String ccy, BigDecimal sum) {
        if (sum.signum() != 0) {
            throw new IllegalStateException(
                    "money is not conserved: " + ccy + " sums to " + sum.toPlainString() + " over " + wallets);
        }
    }
}
