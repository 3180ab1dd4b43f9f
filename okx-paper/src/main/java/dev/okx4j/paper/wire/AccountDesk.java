package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers what the account holds and risks. */
final class AccountDesk {
    private final PaperAccount account;

    AccountDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/account/balance", READ, 10, 2, USER, AccountDesk::balance),
                Route.look(account, "/api/v5/account/account-position-risk", READ, 10, 2, USER, AccountDesk::risk));
    }

    private static Answer balance(Venue venue, Params params) {
        return Answer.row(BalanceRow.of(venue.balances(), params.list("ccy"), venue.now()));
    }

    /** Tells balances and positions as of one moment. */
    private static Answer risk(Venue venue, Params params) {
        InstrumentType type = Listing.emptyType(params) ? null : Listing.type(params, false);
        return Answer.row(new Row(Fields.RISK)
                .set("ts", venue.now())
                .set("balData", venue.balances().stream().map(AccountDesk::risk).toList())
                .set(
                        "posData",
                        venue.positions().stream()
                                .filter(position ->
                                        !Listing.emptyType(params) && (type == null || position.instType() == type))
                                .map(position -> risk(venue, position))
                                .toList()));
    }

    private static Map<String, Object> risk(BalanceView balance) {
        return new Row(Fields.RISK_BALANCE)
                .set("ccy", balance.ccy())
                .set("eq", balance.eq())
                .set("disEq", balance.eqUsd())
                .fields();
    }

    private static Map<String, Object> risk(Venue venue, PositionView position) {
        return new Row(Fields.RISK_POSITION)
                .set("instType", position.instType().name())
                .set("mgnMode", position.mgnMode().wire())
                .set("posId", position.posId())
                .set("instId", position.instId())
                .set("pos", position.pos())
                .set("posSide", position.posSide().wire())
                .set("ccy", position.ccy())
                .set("notionalCcy", coins(venue, position))
                .set("notionalUsd", position.notionalUsd())
                .fields();
    }

    /** Returns the size of a position in coins. */
    private static BigDecimal coins(Venue venue, PositionView position) {
        InstrumentSpec spec = Objects.requireNonNull(venue.instrument(position.instId()));
        BigDecimal size = position.pos().abs();
        return spec.isInverse() ? venue.value(position.instId(), size, position.markPx()) : size.multiply(spec.face());
    }

    /** Returns whether a filter is absent or equals the value. */
    static boolean matches(Params params, String name, String value) {
        String wanted = params.optional(name);
        return wanted == null || wanted.equals(value);
    }
}
