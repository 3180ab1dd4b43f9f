package dev.okx4j.paper.venue;

import java.util.Comparator;

/**
 * A place where money of one currency is.
 *
 * @param position the position whose margin it holds, by instrument and side; empty for every other kind
 */
record Wallet(Kind kind, String ccy, String position) implements Comparable<Wallet> {

    private static final Comparator<Wallet> ORDER =
            Comparator.comparing(Wallet::ccy).thenComparing(Wallet::kind).thenComparing(Wallet::position);

    /** Returns the one wallet of a kind in a currency; not for margin, which is kept by position. */
    static Wallet of(Kind kind, String ccy) {
        return new Wallet(kind, ccy, "");
    }

    /** Returns the wallet of the margin of an isolated position. */
    static Wallet margin(Holding holding) {
        return margin(holding.spec.settleCcy(), holding.instId, holding.posSide);
    }

    /** Returns the wallet of the margin of the isolated position in an instrument on a side. */
    static Wallet margin(String ccy, String instId, PosSide posSide) {
        return new Wallet(Kind.MARGIN, ccy, posSide == PosSide.NET ? instId : instId + " " + posSide.wire());
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
