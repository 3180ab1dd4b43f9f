package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.AccountConfig;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers the account mode, what stands in the way of another one, and what needs another one. */
final class ModeDesk {
    private static final String[] OFFERED = {"1", "2"};

    private final PaperAccount account;

    ModeDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.post("/api/v5/account/set-account-level", 5, 2, USER, this::set),
                Route.post("/api/v5/account/account-level-switch-preset", 5, 2, USER, this::preset),
                Route.post("/api/v5/trade/order-precheck", 5, 2, USER, ModeDesk::orderPrecheck),
                Route.look(
                        account, "/api/v5/account/set-account-switch-precheck", READ, 5, 2, USER, ModeDesk::precheck));
    }

    private Answer set(Call call) {
        Reply reply = account.apply(new Command.SetAccountLevel(call.params().text("acctLv")));
        return reply instanceof Reply.Refused refused
                ? Answer.refused(refused)
                : Answer.rows(List.of(
                        Map.of("acctLv", ((Reply.AccountSet) reply).config().acctLv())));
    }

    /** Takes what another mode would begin with; the two modes here begin with nothing. */
    private Answer preset(Call call) {
        String wanted = offered(call.params());
        call.params().refuse("lever", "riskOffsetType");
        return Answer.row(new Row(Fields.PRESET)
                .set("curAcctLv", account.read(Venue::config).acctLv())
                .set("acctLv", wanted));
    }

    /** Tells what is open, each kind of it in a row: with {@code sCode} 0 nothing is. */
    private static Answer precheck(Venue venue, Params params) {
        String wanted = offered(params);
        AccountConfig config = venue.config();
        List<Object> unmatched = new ArrayList<>();
        if (!wanted.equals(config.acctLv())) {
            if (!venue.openOrders().isEmpty()) {
                unmatched.add(unmatched("pending_orders", List.of()));
            }
            if (!venue.liveAlgos().isEmpty()) {
                unmatched.add(unmatched("pending_algos", List.of()));
            }
            if (!venue.positions().isEmpty()) {
                unmatched.add(unmatched(
                        "all_positions",
                        venue.positions().stream().map(PositionView::posId).toList()));
            }
        }
        return Answer.row(new Row(Fields.PRECHECK)
                .set("sCode", unmatched.isEmpty() ? "0" : "1")
                .set("curAcctLv", config.acctLv())
                .set("acctLv", wanted)
                .set("unmatchedInfoCheck", unmatched)
                .set("posList", List.of())
                .set("posTierCheck", List.of())
                .set("mgnBf", margin(venue))
                .set("mgnAft", margin(venue)));
    }

    /** Refuses to work out what an order would change, which OKX does in the modes that are not offered. */
    private static Answer orderPrecheck(Call call) {
        throw new RefusedException(
                "51010", "You can't complete this request under your current account mode: it needs 3 or 4");
    }

    private static Map<String, Object> unmatched(String type, List<String> posIds) {
        return new Row(Fields.UNMATCHED)
                .set("type", type)
                .set("posList", posIds)
                .fields();
    }

    /** Returns what each currency could still use; the figures of the account as a whole are of other modes. */
    private static Map<String, Object> margin(Venue venue) {
        List<Object> details = new ArrayList<>();
        for (BalanceView balance : venue.balances()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("ccy", balance.ccy());
            row.put("availEq", Row.wire(balance.availEq()));
            row.put("mgnRatio", Row.wire(balance.mgnRatio()));
            details.add(row);
        }
        Map<String, Object> margin = new LinkedHashMap<>();
        margin.put("acctAvailEq", "");
        margin.put("mgnRatio", "");
        margin.put("details", details);
        return margin;
    }

    /** Returns the mode that is asked about, or refuses one that is not offered as OKX refuses one not unlocked. */
    private static String offered(Params params) {
        params.text("acctLv");
        String wanted = params.oneOf("acctLv", "1", "2", "3", "4");
        if (!List.of(OFFERED).contains(wanted)) {
            throw new RefusedException("51070", "You do not meet the requirements for switching to this account mode");
        }
        return wanted;
    }
}
