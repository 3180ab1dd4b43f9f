package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers what trading costs. */
final class FeeDesk {
    private final PaperAccount account;

    FeeDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/account/trade-fee", READ, 5, 2, USER, this::tradeFee),
                Route.look(account, "/api/v5/trade/account-rate-limit", READ, 1, 1, USER, FeeDesk::rateLimit));
    }

    /** Tells how many orders are taken in two seconds; OKX tells the lower tiers no more than that. */
    private static Answer rateLimit(Venue venue, Params params) {
        return Answer.row(new Row(Fields.RATE_LIMIT)
                .set("accRateLimit", Integer.toString(Quota.NEW_AND_AMENDED))
                .set("ts", venue.now()));
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
