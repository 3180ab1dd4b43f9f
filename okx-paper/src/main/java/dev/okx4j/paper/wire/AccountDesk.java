package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.util.stream.Stream;

/** Answers what the account holds and risks. */
final class AccountDesk {
    private final PaperAccount account;

    AccountDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(Route.look(account, "/api/v5/account/balance", READ, 10, 2, USER, AccountDesk::balance));
    }

    private static Answer balance(Venue venue, Params params) {
        return Answer.row(BalanceRow.of(venue.balances(), params.list("ccy"), venue.now()));
    }

    /** Returns whether a filter is absent or equals the value. */
    static boolean matches(Params params, String name, String value) {
        String wanted = params.optional(name);
        return wanted == null || wanted.equals(value);
    }
}
