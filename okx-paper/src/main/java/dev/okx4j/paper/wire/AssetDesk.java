package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.TransferView;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Answers what the owner's money is: currencies, the worth of all accounts, and the bills of the funding account. */
final class AssetDesk {
    /** How far the bills go back. */
    private static final Duration BILLS_KEPT = Duration.ofDays(30);

    private static final String FUNDING = "6";
    private static final String FROM_TRADING = "130";
    private static final String TO_TRADING = "131";
    /** Decimals of a worth in a coin. */
    private static final int WORTH_SCALE = 8;

    private final PaperAccount account;

    AssetDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/asset/currencies", READ, 6, 1, USER, AssetDesk::currencies),
                Route.look(account, "/api/v5/asset/asset-valuation", READ, 1, 1, USER, AssetDesk::valuation),
                Route.look(account, "/api/v5/asset/bills", READ, 6, 1, USER, AssetDesk::bills),
                Route.look(account, "/api/v5/asset/bills-history", READ, 1, 1, USER, AssetDesk::billsHistory));
    }

    /** Tells the currencies that the instruments are of; none has a chain, for nothing can leave this exchange. */
    private static Answer currencies(Venue venue, Params params) {
        List<String> wanted = params.list("ccy");
        TreeSet<String> known = new TreeSet<>();
        for (InstrumentSpec spec : venue.instruments()) {
            known.addAll(List.of(spec.baseCcy(), spec.quoteCcy(), spec.settleCcy()));
        }
        return Answer.rows(known.stream()
                .filter(ccy -> !ccy.isEmpty() && (wanted.isEmpty() || wanted.contains(ccy)))
                .map(ccy -> currency(ccy).fields())
                .toList());
    }

    private static Row currency(String ccy) {
        return new Row(Fields.CURRENCY)
                .set("ccy", ccy)
                .set("name", ccy)
                .set("chain", ccy + "-Paper")
                .set("canDep", false)
                .set("canWd", false)
                .set("canInternal", false)
                .set("mainNet", true)
                .set("needTag", false)
                .set("wdTickSz", "8")
                .setAll(
                        "0",
                        "minDep",
                        "minWd",
                        "minInternal",
                        "maxWd",
                        "wdQuota",
                        "usedWdQuota",
                        "fee",
                        "minFee",
                        "maxFee",
                        "minDepArrivalConfirm",
                        "minWdUnlockConfirm");
    }

    /** Tells what funding and trading account are worth in one currency, bitcoin unless another is named. */
    private static Answer valuation(Venue venue, Params params) {
        String ccy = params.optional("ccy") == null ? "BTC" : params.text("ccy");
        BigDecimal price = venue.usd(ccy, BigDecimal.ONE);
        if (price == null || price.signum() == 0) {
            throw new RefusedException("51012", "Currency " + ccy + " has no price here");
        }
        BigDecimal trading = BigDecimal.ZERO;
        for (BalanceView balance : venue.balances()) {
            trading = trading.add(balance.eqUsd() == null ? BigDecimal.ZERO : balance.eqUsd());
        }
        BigDecimal funding = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> held : venue.funding().entrySet()) {
            BigDecimal usd = venue.usd(held.getKey(), held.getValue());
            funding = funding.add(usd == null ? BigDecimal.ZERO : usd);
        }
        Row details = new Row(Fields.VALUATION_DETAILS)
                .set("funding", worth(funding, price))
                .set("trading", worth(trading, price))
                .setAll("0", "classic", "earn");
        return Answer.row(new Row(Fields.VALUATION)
                .set("totalBal", worth(funding.add(trading), price))
                .set("ts", venue.now())
                .set("details", details.fields()));
    }

    private static BigDecimal worth(BigDecimal usd, BigDecimal price) {
        return usd.divide(price, WORTH_SCALE, RoundingMode.HALF_EVEN);
    }

    private static Answer bills(Venue venue, Params params) {
        return Answer.rows(Page.byTime(params, kept(venue, params), FundingBill::ts).stream()
                .map(bill -> bill.row().fields())
                .toList());
    }

    /** Tells the same by time, or with {@code pagingType} 2 by the ids of the bills. */
    private static Answer billsHistory(Venue venue, Params params) {
        boolean byId = params.oneOf("pagingType", "1", "2").equals("2");
        List<FundingBill> all = all(venue, params);
        return Answer.rows((byId
                        ? Page.of(params, all, bill -> bill.transfer.transId(), FundingBill::ts)
                        : Page.byTime(params, all, FundingBill::ts))
                .stream().map(bill -> bill.row().fields()).toList());
    }

    private static List<FundingBill> kept(Venue venue, Params params) {
        return all(venue, params).stream()
                .filter(bill -> bill.ts().isAfter(venue.now().minus(BILLS_KEPT)))
                .toList();
    }

    /** Returns the bills of the funding account, which begins empty: each transfer is one. */
    private static List<FundingBill> all(Venue venue, Params params) {
        params.oneOf("thirdPartyType", "1");
        Map<String, BigDecimal> held = new TreeMap<>();
        List<FundingBill> bills = new ArrayList<>();
        for (TransferView transfer : venue.transfers()) {
            BigDecimal change = transfer.to().equals(FUNDING)
                    ? transfer.amt()
                    : transfer.amt().negate();
            bills.add(new FundingBill(transfer, change, held.merge(transfer.ccy(), change, BigDecimal::add)));
        }
        return bills.stream()
                .filter(bill -> AccountDesk.matches(params, "ccy", bill.transfer.ccy()))
                .filter(bill -> AccountDesk.matches(params, "type", bill.type()))
                .filter(bill -> AccountDesk.matches(params, "clientId", bill.transfer.clientId()))
                .toList();
    }

    /** A transfer as the funding account sees it: what came, and what was there after. */
    private record FundingBill(TransferView transfer, BigDecimal balChg, BigDecimal bal) {
        Instant ts() {
            return transfer.ts();
        }

        String type() {
            return balChg.signum() > 0 ? FROM_TRADING : TO_TRADING;
        }

        Row row() {
            return new Row(Fields.FUNDING_BILL)
                    .set("billId", transfer.transId())
                    .set("ccy", transfer.ccy())
                    .set("clientId", transfer.clientId())
                    .set("balChg", balChg)
                    .set("bal", bal)
                    .set("type", type())
                    .set("ts", transfer.ts());
        }
    }
}
