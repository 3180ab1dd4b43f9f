package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Answers about leverage. */
final class LeverageDesk {
    private final PaperAccount account;

    LeverageDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/account/leverage-info", READ, 20, 2, USER, this::leverage),
                Route.post("/api/v5/account/set-leverage", 20, 2, USER, call -> setLeverage(call.params())));
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
        String side = params.optional("posSide");
        if (side != null && !side.equals("net")) {
            throw RefusedException.bad("posSide", "the account is in net mode");
        }
        InstrumentSpec spec = account.read(v -> new Listing(account.scenario(), v).named(params));
        Reply reply = account.apply(new Command.SetLeverage(spec.instId(), mode, lever));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused.refusal().code(), refused.refusal().msg());
        }
        Reply.LeverageSet set = (Reply.LeverageSet) reply;
        return Answer.row(new Row(Fields.LEVERAGE_SET)
                .set("lever", set.lever())
                .set("mgnMode", set.mgnMode().wire())
                .set("instId", set.instId())
                .set("posSide", "net"));
    }

    /** Returns the margin mode that is asked about, cross or isolated. */
    private static TradeMode marginMode(Params params) {
        TradeMode mode = params.word("mgnMode", TradeMode.values(), TradeMode::wire);
        if (mode == TradeMode.CASH) {
            throw RefusedException.bad("mgnMode");
        }
        return mode;
    }
}
