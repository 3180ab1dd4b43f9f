package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.AccountConfig;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers about leverage. */
final class LeverageDesk {
    /** Decimals of margin. */
    private static final int MARGIN_SCALE = 8;

    private final PaperAccount account;

    LeverageDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/account/leverage-info", READ, 20, 2, USER, this::leverage),
                Route.look(account, "/api/v5/account/adjust-leverage-info", READ, 5, 2, USER, this::estimate),
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
                .flatMap(spec -> sides(venue.config(), spec).stream()
                        .map(side -> new Row(Fields.LEVERAGE)
                                .set("instId", spec.instId())
                                .set("mgnMode", mode.wire())
                                .set("posSide", side.wire())
                                .set("lever", venue.leverage(spec.instId(), mode, side))
                                .fields()))
                .toList());
    }

    /** Returns the sides that an instrument has positions on. */
    static List<PosSide> sides(AccountConfig config, InstrumentSpec spec) {
        boolean option = spec.instType() == InstrumentType.OPTION;
        return config.longShort() && !option ? List.of(PosSide.LONG, PosSide.SHORT) : List.of(PosSide.NET);
    }

    /** Tells what another leverage would mean for the position in an instrument, and how large it could then become. */
    private Answer estimate(Venue venue, Params params) {
        InstrumentType type = Listing.contractType(params);
        TradeMode mode = marginMode(params);
        BigDecimal lever = params.decimal("lever");
        params.refuse("ccy");
        InstrumentSpec spec = new Listing(account.scenario(), venue).contract(params);
        if (spec.instType() != type) {
            throw new RefusedException("51015", "Instrument " + spec.instId() + " is not a " + type);
        }
        if (lever.signum() <= 0 || lever.compareTo(spec.lever()) > 0) {
            throw new RefusedException(
                    "59102", "Leverage exceeds the maximum of " + Row.text(spec.lever()) + " of " + spec.instId());
        }
        PosSide asked = params.optionalWord("posSide", PosSide.values(), PosSide::wire);
        PosSide side = asked == null ? sides(venue.config(), spec).get(0) : asked;
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal margin = BigDecimal.ZERO;
        for (PositionView position : venue.positions()) {
            if (position.instId().equals(spec.instId()) && position.mgnMode() == mode && position.posSide() == side) {
                held = venue.value(spec.instId(), position.pos().abs(), position.markPx());
                margin = position.margin() == null ? Objects.requireNonNull(position.imr()) : position.margin();
            }
        }
        BigDecimal needed = held.divide(lever, MARGIN_SCALE, RoundingMode.UP);
        BigDecimal free = venue.available(spec.instId(), mode, Side.BUY);
        BigDecimal most = venue.largest(spec.instId(), mode, side, Side.BUY, null, lever)
                .max(venue.largest(spec.instId(), mode, side, Side.SELL, null, lever));
        return Answer.row(new Row(Fields.LEVERAGE_ESTIMATE)
                .set("estAvailTrans", free.add(margin).subtract(needed).max(BigDecimal.ZERO))
                .set("estMgn", needed)
                .set("estMaxAmt", most)
                .set(
                        "existOrd",
                        venue.openOrders().stream()
                                .anyMatch(order -> order.instId().equals(spec.instId())))
                .set("maxLever", spec.lever())
                .set("minLever", BigDecimal.ONE));
    }

    /** Sets a leverage; in long/short mode an isolated one for the side that is named. */
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
                .set("posSide", (set.posSide() == null ? PosSide.NET : set.posSide()).wire()));
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
