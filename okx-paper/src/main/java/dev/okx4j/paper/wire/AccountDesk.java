package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.AccountConfig;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.BillView;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers the account section: balance, positions, configuration, leverage, bills and fee rates. */
final class AccountDesk {
    /** The number that this exchange gives its one user. */
    static final String UID = "1000000000000001";

    /** How far {@code bills} goes back. */
    private static final Duration BILLS_KEPT = Duration.ofDays(7);

    private final PaperAccount account;

    AccountDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths of the account section that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get(
                        "/api/v5/account/balance",
                        READ,
                        10,
                        2,
                        USER,
                        call -> account.read(v -> balance(v, call.params()))),
                Route.get(
                        "/api/v5/account/positions",
                        READ,
                        10,
                        2,
                        USER,
                        call -> account.read(v -> positions(v, call.params()))),
                Route.get("/api/v5/account/config", READ, 5, 2, USER, call -> account.read(v -> config(v.config()))),
                Route.get(
                        "/api/v5/account/leverage-info",
                        READ,
                        20,
                        2,
                        USER,
                        call -> account.read(v -> leverage(v, call.params()))),
                Route.post("/api/v5/account/set-leverage", 20, 2, USER, call -> setLeverage(call.params())),
                Route.get(
                        "/api/v5/account/bills", READ, 5, 1, USER, call -> account.read(v -> bills(v, call.params()))),
                Route.get(
                        "/api/v5/account/trade-fee",
                        READ,
                        5,
                        2,
                        USER,
                        call -> account.read(v -> tradeFee(v, call.params()))));
    }

    /** Tells the balance; figures of the modes that this account is not in are empty, as OKX documents. */
    private static Answer balance(Venue venue, Params params) {
        List<String> wanted = params.list("ccy");
        List<BalanceView> all = venue.balances();
        List<Object> details = new ArrayList<>();
        for (BalanceView balance : all) {
            if (wanted.isEmpty() || wanted.contains(balance.ccy())) {
                details.add(detail(balance).fields());
            }
        }
        return Answer.row(new Row(Fields.BALANCE)
                .set("uTime", venue.now())
                .set("totalEq", total(all, false))
                .set("isoEq", total(all, true))
                .set("details", details));
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
    private static Row detail(BalanceView balance) {
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

    /** Tells the open positions; a filter for a kind of instrument that is not offered finds none. */
    private static Answer positions(Venue venue, Params params) {
        InstrumentType type = Listing.emptyType(params) ? null : Listing.type(params, false);
        List<String> instIds = params.list("instId");
        List<String> posIds = params.list("posId");
        return Answer.rows(venue.positions().stream()
                .filter(position -> !Listing.emptyType(params) && (type == null || position.instType() == type))
                .filter(position -> instIds.isEmpty() || instIds.contains(position.instId()))
                .filter(position -> posIds.isEmpty() || posIds.contains(position.posId()))
                .map(position -> position(position).fields())
                .toList());
    }

    /** Returns the row of a position; figures of options and of spot margin are empty. */
    private static Row position(PositionView position) {
        return new Row(Fields.POSITION)
                .set("instType", position.instType().name())
                .set("mgnMode", position.mgnMode().wire())
                .set("posId", position.posId())
                .set("posSide", position.posSide().wire())
                .set("pos", position.pos())
                .set("availPos", position.pos())
                .set("avgPx", position.avgPx())
                .set("markPx", position.markPx())
                .set("upl", position.upl())
                .set("uplRatio", position.uplRatio())
                .set("uplLastPx", position.uplLastPx())
                .set("uplRatioLastPx", position.uplRatioLastPx())
                .set("instId", position.instId())
                .set("lever", position.lever())
                .set("liqPx", position.liqPx())
                .set("imr", position.imr())
                .set("margin", position.margin())
                .set("mgnRatio", position.mgnRatio())
                .set("mmr", position.mmr())
                .set("tradeId", position.tradeId())
                .set("notionalUsd", position.notionalUsd())
                .set("adl", "0")
                .set("ccy", position.ccy())
                .set("last", position.last())
                .set("idxPx", position.idxPx())
                .set("bePx", position.bePx())
                .set("realizedPnl", position.realizedPnl())
                .set("pnl", position.pnl())
                .set("fee", position.fee())
                .set("fundingFee", position.fundingFee())
                .set("liqPenalty", position.liqPenalty())
                .set("closeOrderAlgo", List.of())
                .set("cTime", position.cTime())
                .set("uTime", position.uTime());
    }

    /** Tells the configuration; what belongs to borrowing and bots is fixed. */
    private static Answer config(AccountConfig config) {
        return Answer.row(new Row(Fields.CONFIG)
                .set("uid", UID)
                .set("mainUid", UID)
                .set("acctLv", config.acctLv())
                .set("acctStpMode", config.stpMode().wire())
                .set("posMode", config.posMode())
                .set("autoLoan", false)
                .set("greeksType", config.greeksType())
                .set("feeType", config.feeType())
                .set("level", "Lv1")
                .set("ctIsoMode", "automatic")
                .set("mgnIsoMode", "automatic")
                .set("stgyType", "0")
                .set("roleType", "0")
                .set("traderInsts", List.of())
                .set("spotRoleType", "0")
                .set("spotTraderInsts", List.of())
                .set("opAuth", "0")
                .set("kycLv", "0")
                .set("label", "paper")
                .set("perm", "read_only,trade")
                .set("liquidationGear", "-1")
                .set("enableSpotBorrow", false)
                .set("spotBorrowAutoRepay", false)
                .set("type", "0")
                .set("settleCcy", "USDT")
                .set("settleCcyList", List.of("USDT")));
    }

    /** Tells the leverage of one or several instruments in one margin mode. */
    private Answer leverage(Venue venue, Params params) {
        TradeMode mode = marginMode(params);
        params.refuse("ccy");
        if (!params.has("instId")) {
            throw RefusedException.missing("instId");
        }
        Listing listing = new Listing(account.scenario(), venue);
        return Answer.rows(params.list("instId").stream()
                .map(listing::named)
                .map(spec -> new Row(Fields.LEVERAGE)
                        .set("instId", spec.instId())
                        .set("mgnMode", mode.wire())
                        .set("posSide", "net")
                        .set("lever", venue.leverage(spec.instId(), mode))
                        .fields())
                .toList());
    }

    /** Sets a leverage; the account is in net mode, so there is one for both sides. */
    private Answer setLeverage(Params params) {
        BigDecimal lever = params.decimal("lever");
        TradeMode mode = marginMode(params);
        params.refuse("ccy");
        PosSide side = params.optionalWord("posSide", PosSide.values(), PosSide::wire);
        InstrumentSpec spec = account.read(v -> new Listing(account.scenario(), v).named(params));
        Reply reply = account.apply(new Command.SetLeverage(spec.instId(), mode, lever, side));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused.refusal().code(), refused.refusal().msg());
        }
        Reply.LeverageSet set = (Reply.LeverageSet) reply;
        return Answer.row(new Row(Fields.LEVERAGE_SET)
                .set("lever", set.lever())
                .set("mgnMode", set.mgnMode().wire())
                .set("instId", set.instId())
                .set("posSide", set.posSide() == null ? "net" : set.posSide().wire()));
    }

    /** Returns the margin mode that is asked about, cross or isolated. */
    private static TradeMode marginMode(Params params) {
        TradeMode mode = params.word("mgnMode", TradeMode.values(), TradeMode::wire);
        if (mode == TradeMode.CASH) {
            throw RefusedException.bad("mgnMode");
        }
        return mode;
    }

    /** Tells the bills of the last seven days, newest first. */
    private static Answer bills(Venue venue, Params params) {
        params.refuse("ctType");
        List<BillView> kept = venue.bills().stream()
                .filter(bill -> bill.ts().isAfter(venue.now().minus(BILLS_KEPT)))
                .filter(bill -> matches(params, "instType", type(venue, bill)))
                .filter(bill -> matches(params, "instId", bill.instId()))
                .filter(bill -> matches(params, "ccy", bill.ccy()))
                .filter(bill -> matches(
                        params,
                        "mgnMode",
                        bill.mgnMode() == null ? "" : bill.mgnMode().wire()))
                .filter(bill -> matches(params, "type", bill.type()))
                .filter(bill -> matches(params, "subType", bill.subType()))
                .toList();
        return Answer.rows(Page.of(params, kept, BillView::billId, BillView::ts).stream()
                .map(bill -> BillRow.of(bill, type(venue, bill)).fields())
                .toList());
    }

    /** Returns the kind of instrument of a bill; empty when it is about the account. */
    private static String type(Venue venue, BillView bill) {
        InstrumentSpec spec = venue.instrument(bill.instId());
        return spec == null ? "" : spec.instType().name();
    }

    /** Returns whether a filter is absent or equals the value. */
    static boolean matches(Params params, String name, String value) {
        String wanted = params.optional(name);
        return wanted == null || wanted.equals(value);
    }

    /** Tells the fee rates of a kind of instrument, with OKX's sign: negative is charged. */
    private Answer tradeFee(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        List<InstrumentSpec> specs = listing.asked(params);
        if (specs.isEmpty()) {
            throw RefusedException.bad("instFamily");
        }
        InstrumentSpec spec = specs.get(0);
        Object group = Objects.requireNonNullElse(listing.row(spec).fields().get("groupId"), "");
        return Answer.row(new Row(Fields.TRADE_FEE)
                .set("level", "Lv1")
                .set(
                        "feeGroup",
                        List.of(new Row(Fields.FEE_GROUP)
                                .set("taker", spec.takerFee())
                                .set("maker", spec.makerFee())
                                .set("groupId", group)
                                .fields()))
                .set("instType", spec.instType().name())
                .set("ts", venue.now())
                .set("taker", spec.takerFee())
                .set("maker", spec.makerFee())
                .set("ruleType", "normal")
                .set("category", "1")
                .set("fiat", List.of())
                .set("settle", spec.isContract() ? spec.settleCcy() : ""));
    }
}
