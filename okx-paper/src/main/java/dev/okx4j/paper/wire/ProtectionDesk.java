package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.ProtectionView;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers what concerns market-maker protection: how it is set, its reset, and the cancel of all orders under it. */
final class ProtectionDesk {
    private static final String CONFIG = "/api/v5/account/mmp-config";

    private final PaperAccount account;

    ProtectionDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, CONFIG, READ, 5, 2, USER, ProtectionDesk::config),
                Route.post(CONFIG, 2, 10, USER, call -> set(call.params())),
                Route.post("/api/v5/account/mmp-reset", 5, 2, USER, call -> reset(call.params())),
                Route.post("/api/v5/trade/mass-cancel", 5, 2, USER, call -> massCancel(call.params())));
    }

    /** Tells the protection of the families for which it was set, or of one of them. */
    private static Answer config(Venue venue, Params params) {
        String family = params.optional("instFamily");
        return Answer.rows(venue.protections().stream()
                .filter(protection -> family == null || family.equals(protection.instFamily()))
                .map(protection -> new Row(Fields.PROTECTION)
                        .with(set(protection))
                        .set("mmpFrozen", protection.frozen())
                        .set("mmpFrozenUntil", protection.frozenUntil())
                        .fields())
                .toList());
    }

    private Answer set(Params params) {
        Reply reply = account.apply(new Command.SetProtection(
                params.text("instFamily"),
                millis(params, "timeInterval"),
                millis(params, "frozenInterval"),
                params.decimal("qtyLimit")));
        return reply instanceof Reply.Refused refused
                ? Answer.refused(refused)
                : Answer.row(set(((Reply.ProtectionSet) reply).protection()));
    }

    private static Row set(ProtectionView protection) {
        return new Row(Fields.PROTECTION_SET)
                .set("instFamily", protection.instFamily())
                .set("timeInterval", text(protection.timeInterval()))
                .set("frozenInterval", text(protection.frozenInterval()))
                .set("qtyLimit", protection.qtyLimit());
    }

    private Answer reset(Params params) {
        params.oneOf("instType", "OPTION");
        return done(account.apply(new Command.ResetProtection(params.text("instFamily"))));
    }

    private Answer massCancel(Params params) {
        params.text("instType");
        params.oneOf("instType", "OPTION");
        String family = params.text("instFamily");
        Duration lock = params.has("lockInterval") ? millis(params, "lockInterval") : Duration.ZERO;
        return done(account.apply(new Command.MassCancel(family, lock)));
    }

    private static Answer done(Reply reply) {
        return reply instanceof Reply.Refused refused
                ? Answer.refused(refused)
                : Answer.rows(List.of(Map.of("result", true)));
    }

    private static Duration millis(Params params, String name) {
        params.text(name);
        String value = params.whole(name);
        return Duration.ofMillis(value == null ? 0 : Long.parseLong(value));
    }

    private static String text(Duration interval) {
        return Long.toString(interval.toMillis());
    }
}
