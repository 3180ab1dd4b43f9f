package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes the bills that no fill has caused. The money has already moved. */
final class Bills {

    private Bills() {}

    /** Writes the bill of a change of the cash balance and returns its id. */
    static String transfer(State state, Entry entry, BigDecimal amount) {
        return write(state, entry, new Change(amount, BigDecimal.ZERO, amount.abs(), null, "", ""));
    }

    /** Writes the bill of money that has moved from or to the owner's other account; negative has left. */
    static void transfer(State state, TransferView transfer, BigDecimal amount) {
        String subType = amount.signum() > 0 ? "11" : "12";
        write(
                state,
                Entry.account("1", subType, transfer.ccy()),
                new Change(amount, BigDecimal.ZERO, amount.abs(), null, transfer.from(), transfer.to()));
    }

    /** Writes the bill of a funding payment, which an isolated position takes from its own margin. */
    static void funding(State state, Entry entry, BigDecimal amount, BigDecimal sz, BigDecimal mark) {
        boolean isolated = entry.mode == TradeMode.ISOLATED;
        BigDecimal none = BigDecimal.ZERO;
        Change change =
                new Change(isolated ? none : amount, isolated ? amount : none, sz, new Priced(mark, amount), "", "");
        write(state, entry, change);
    }

    /** Writes the bill of margin that has moved from the cash balance to a position; negative moves back. */
    static void margin(State state, Entry entry, BigDecimal amount) {
        write(state, entry, new Change(amount.negate(), amount, amount.abs(), null, "", ""));
    }

    private static String write(State state, Entry entry, Change change) {
        Priced priced = change.priced;
        String billId = Long.toString(state.nextId());
        state.tape.bills.add(new BillView(
                billId,
                entry.type,
                entry.subType,
                entry.ccy,
                change.balChg,
                state.ledger.cash(entry.ccy),
                change.posBalChg,
                state.ledger.of(Wallet.margin(entry.ccy, entry.instId, entry.posSide)),
                change.sz,
                priced == null ? null : priced.px,
                priced == null ? BigDecimal.ZERO : priced.pnl,
                BigDecimal.ZERO,
                entry.mode,
                entry.instId,
                "",
                null,
                change.from,
                change.to,
                state.now));
        return billId;
    }

    /**
     * What a bill is about; no margin mode and an empty instrument when it is about the account.
     *
     * @param type OKX's bill type
     * @param subType OKX's bill sub-type
     * @param ccy currency that has moved
     */
    record Entry(
            String type,
            String subType,
            String ccy,
            @Nullable TradeMode mode,
            String instId,
            PosSide posSide) {

        /** Returns an entry about the account. */
        static Entry account(String type, String subType, String ccy) {
            return new Entry(type, subType, ccy, null, "", PosSide.NET);
        }

        /** Returns an entry about a position, in its settlement currency. */
        static Entry of(String type, String subType, Holding holding) {
            return new Entry(
                    type, subType, holding.spec.settleCcy(), holding.mode, holding.instId, holding.posSide);
        }
    }

    /** What has changed: cash, isolated margin, the size of it, and between which accounts of the owner. */
    private record Change(
            BigDecimal balChg,
            BigDecimal posBalChg,
            BigDecimal sz,
            @Nullable Priced priced,
            String from,
            String to) {}

    /** The mark price and the profit of a bill that has them. */
    private record Priced(BigDecimal px, BigDecimal pnl) {}
}
