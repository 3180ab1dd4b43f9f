package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.state.Accounts;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.AccountConfig;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers how the account is set up, and sets it up otherwise. */
final class ConfigDesk {
    /** The number that this exchange gives its one user. */
    static final String UID = "1000000000000001";

    private static final long FIRST_SUB_UID = 2_000_000_000_000_000L;

    private final Accounts accounts;
    private final PaperAccount account;

    ConfigDesk(Accounts accounts, PaperAccount account) {
        this.accounts = accounts;
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get("/api/v5/account/config", READ, 5, 2, USER, this::config),
                Route.post("/api/v5/account/set-position-mode", 5, 2, USER, this::setPositionMode),
                Route.post("/api/v5/account/set-fee-type", 5, 2, USER, this::setFeeType),
                Route.post("/api/v5/account/set-greeks", 5, 2, USER, this::setGreeks),
                Route.post("/api/v5/account/set-isolated-mode", 5, 2, USER, ConfigDesk::setIsolatedMode),
                Route.post("/api/v5/account/set-auto-loan", 5, 2, USER, ConfigDesk::setAutoLoan),
                Route.post("/api/v5/account/activate-option", 5, 2, USER, ConfigDesk::activateOption));
    }

    /** Returns the number of a sub-account: the same whenever it is asked for, and another for another name. */
    static String uid(String name) {
        long number = 0;
        for (int at = 0; at < name.length(); at++) {
            number = (number * 31 + name.charAt(at)) % 1_000_000_000_000_000L;
        }
        return Long.toString(FIRST_SUB_UID + number);
    }

    /** Tells the configuration; nothing is ever borrowed, copied or done by bots. */
    private Answer config(Call call) {
        AccountConfig config = account.read(Venue::config);
        boolean main = accounts.main().account() == account;
        return Answer.row(new Row(Fields.CONFIG)
                .set("uid", main ? UID : uid(call.grant().accountName()))
                .set("mainUid", UID)
                .set("acctLv", config.acctLv())
                .set("acctStpMode", config.stpMode().wire())
                .set("posMode", posMode(config))
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
                .set("opAuth", "1")
                .set("kycLv", "0")
                .set("label", call.grant().accountName())
                .set("perm", call.grant().perm())
                .set("liquidationGear", "-1")
                .set("enableSpotBorrow", false)
                .set("spotBorrowAutoRepay", false)
                .set("type", "0")
                .set("settleCcy", "USDT")
                .set("settleCcyList", List.of("USDT")));
    }

    private static String posMode(AccountConfig config) {
        return config.longShort() ? "long_short_mode" : "net_mode";
    }

    private Answer setPositionMode(Call call) {
        String mode = call.params().text("posMode");
        call.params().oneOf("posMode", "net_mode", "long_short_mode");
        return set(
                new Command.SetPositionMode(mode.equals("long_short_mode")),
                config -> Map.of("posMode", posMode(config)));
    }

    private Answer setFeeType(Call call) {
        return set(
                new Command.SetFeeType(call.params().text("feeType")), config -> Map.of("feeType", config.feeType()));
    }

    private Answer setGreeks(Call call) {
        return set(
                new Command.SetGreeks(call.params().text("greeksType")),
                config -> Map.of("greeksType", config.greeksType()));
    }

    /** Carries out a command, and tells of the account as it is then set up. */
    private Answer set(Command command, Function<AccountConfig, Map<String, Object>> tell) {
        Reply reply = account.apply(command);
        return reply instanceof Reply.Refused refused
                ? Answer.refused(refused)
                : Answer.rows(List.of(tell.apply(((Reply.AccountSet) reply).config())));
    }

    /** Takes the one way in which isolated margin moves here: with the orders. Spot margin has none at all. */
    private static Answer setIsolatedMode(Call call) {
        String mode = call.params().text("isoMode");
        String type = call.params().text("type");
        call.params().oneOf("isoMode", "automatic", "auto_transfers_ccy");
        call.params().oneOf("type", "CONTRACTS", "MARGIN");
        if (type.equals("MARGIN") || !mode.equals("automatic")) {
            throw RefusedException.unsupported("isoMode " + mode + " of " + type);
        }
        return Answer.rows(List.of(Map.of("isoMode", mode)));
    }

    /** Refuses to borrow by itself, which no account mode of this exchange does. */
    private static Answer setAutoLoan(Call call) {
        if (call.params().has("autoLoan") && !call.params().flag("autoLoan")) {
            return Answer.rows(List.of(Map.of("autoLoan", false)));
        }
        throw new RefusedException(
                "54001", "Only an account in multi-currency margin mode can borrow coins automatically");
    }

    /** Confirms that options can be traded, which nobody has to ask for here. */
    private static Answer activateOption(Call call) {
        return Answer.rows(List.of(Map.of("ts", Row.wire(call.received()))));
    }
}
