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

    /** Returns the one wallet of a kind in a currency; not for margin, which is kept by instrument. */
    static Wallet of(Kind kind, String ccy) {
        return new Wallet(kind, ccy, "");
    }

    /** Returns the wallet of the margin of the isolated position in an instrument. */
    static Wallet margin(String ccy, String instId) {
        return new Wallet(Kind.MARGIN, ccy, instId);
    }

    @Override
    public int compareTo(Wallet other) {
        return ORDER.compare(this, other);
    }

    /** Who holds it: the owner (cash, funding account, isolated margin) or the other side of everything that the account does. */
    enum Kind {
        /** The cash balance; OKX's {@code cashBal}. */
        CASH,
        /** The owner's funding account, beside the trading account. */
        FUNDING,
        /** The margin inside one isolated position. */
        MARGIN,
        /** The other side of every trade, profit and funding payment. */
        HOUSE,
        /** Where fees go to, and rebates come from. */
        FEES,
        /** What pays losses beyond the margin of a liquidated position. */
        INSURANCE,
        /** Where deposits come from. */
        EXTERNAL
    }
}
