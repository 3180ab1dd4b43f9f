package dev.okx4j.paper.venue;

import java.util.Comparator;

/**
 * A place where money of one currency is.
 *
 * @param instId the position whose margin it holds; empty for every other kind
 */
record Wallet(Kind kind, String ccy, String instId) implements Comparable<Wallet> {

    private static final Comparator<Wallet> ORDER =
            Comparator.comparing(Wallet::ccy).thenComparing(Wallet::kind).thenComparing(Wallet::instId);

    static Wallet of(Kind kind, String ccy) {
        return new Wallet(kind, ccy, "");
    }

    static Wallet margin(String ccy, String instId) {
        return new Wallet(Kind.MARGIN, ccy, instId);
    }

    @Override
    public int compareTo(Wallet other) {
        return ORDER.compare(this, other);
    }

    /** Who holds it: the account (cash, isolated margin) or the other side of everything that the account does. */
    enum Kind {
        CASH,
        MARGIN,
        HOUSE,
        FEES,
        INSURANCE,
        EXTERNAL
    }
}
