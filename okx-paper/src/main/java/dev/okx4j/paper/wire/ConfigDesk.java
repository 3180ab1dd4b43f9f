package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import java.util.List;
import java.util.stream.Stream;

/** Answers how the account is set up. */
final class ConfigDesk {
    /** The number that this exchange gives its one user. */
    static final String UID = "1000000000000001";

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(Route.get("/api/v5/account/config", READ, 5, 2, USER, call -> config(call.grant())));
    }

    /** Tells the configuration, which is fixed: futures mode, net mode, no borrowing. */
    private static Answer config(Grant grant) {
        return Answer.row(new Row(Fields.CONFIG)
                .set("uid", UID)
                .set("mainUid", UID)
                .set("acctLv", "2")
                .set("acctStpMode", "cancel_maker")
                .set("posMode", "net_mode")
                .set("autoLoan", false)
                .set("greeksType", "PA")
                .set("feeType", "0")
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
                .set("label", grant.accountName())
                .set("perm", grant.perm())
                .set("liquidationGear", "-1")
                .set("enableSpotBorrow", false)
                .set("spotBorrowAutoRepay", false)
                .set("type", "0")
                .set("settleCcy", "USDT")
                .set("settleCcyList", List.of("USDT")));
    }
}
