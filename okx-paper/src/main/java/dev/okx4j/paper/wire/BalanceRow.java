package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.BalanceView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the money of the trading account as OKX's rows: the account, and each currency in it. */
public final class BalanceRow {
    private BalanceRow() {}

    /**
     * Returns the row of the account; figures of the account modes that it is not in are empty, as OKX documents.
     *
     * @param all every balance, which the totals are summed from
     * @param wanted the currencies whose details are told; empty means all
     */
    public static Row of(List<BalanceView> all, List<String> wanted, Instant now) {
        List<Object> details = new ArrayList<>();
        for (BalanceView balance : all) {
            if (wanted.isEmpty() || wanted.contains(balance.ccy())) {
                details.add(detail(balance).fields());
            }
        }
        return new Row(Fields.BALANCE)
                .set("uTime", now)
                .set("totalEq", total(all, false))
                .set("isoEq", total(all, true))
                .set("details", details);
    }

    /** Sums equity in US dollars; a currency without a dollar price counts nothing, as {@code eqUsd} "" says. */
    private static BigDecimal total(List<BalanceView> balances, boolean isolatedOnly) {
        BigDecimal total = BigDecimal.ZERO;
        for (BalanceView balance : balances) {
            BigDecimal usd = balance.eqUsd();
            if (usd != null && isolatedOnly && balance.eq().signum() != 0) {
                usd = usd.multiply(balance.isoEq()).divide(balance.eq(), 16, RoundingMode.HALF_EVEN);
            }
            if (usd != null && !(isolatedOnly && balance.isoEq().signum() == 0)) {
                total = total.add(usd);
            }
        }
        return total;
    }

    /** Returns the row of one currency; what borrowing, copy trading and bots would fill is 0. */
    public static Row detail(BalanceView balance) {
        return new Row(Fields.BALANCE_DETAIL)
                .setAll(
                        "0",
                        "fixedBal",
                        "liab",
                        "uplLiab",
                        "crossLiab",
                        "rewardBal",
                        "isoLiab",
                        "interest",
                        "twap",
                        "frpType",
                        "maxLoan",
                        "borrowFroz",
                        "stgyEq",
                        "spotIsoBal",
                        "smtSyncEq",
                        "spotCopyTradingEq",
                        "colRes",
                        "colBorrAutoConversion",
                        "autoLendMtAmt")
                .set("ccy", balance.ccy())
                .set("eq", balance.eq())
                .set("cashBal", balance.cashBal())
                .set("uTime", balance.uTime())
                .set("isoEq", balance.isoEq())
                .set("availEq", balance.availEq())
                .set("disEq", balance.eqUsd())
                .set("availBal", balance.availBal())
                .set("frozenBal", balance.frozenBal())
                .set("ordFrozen", balance.ordFrozen())
                .set("upl", balance.upl())
                .set("mgnRatio", balance.mgnRatio())
                .set("imr", balance.imr())
                .set("mmr", balance.mmr())
                .set("eqUsd", balance.eqUsd())
                .set("isoUpl", balance.isoUpl())
                .set("autoLendStatus", "unsupported")
                .set("collateralRestrict", false)
                .set("collateralEnabled", false);
    }
}
