package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers how much the account could still do: the largest orders, and what can leave it. */
final class SizeDesk {
    /** Most instruments that one request names. */
    private static final int MOST_INSTRUMENTS = 5;
    /** Most currencies that one request names. */
    private static final int MOST_CURRENCIES = 20;

    private final PaperAccount account;

    SizeDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/account/max-size", READ, 20, 2, USER, this::size),
                Route.look(account, "/api/v5/account/max-avail-size", READ, 20, 2, USER, this::available),
                Route.look(account, "/api/v5/account/max-withdrawal", READ, 20, 2, USER, SizeDesk::withdrawal));
    }

    /** Tells the largest order of either side that would not be refused. */
    private Answer size(Venue venue, Params params) {
        TradeMode mode = mode(params);
        params.refuse("outcome");
        BigDecimal px = positive(params, "px");
        BigDecimal lever = positive(params, "leverage");
        return Answer.rows(asked(venue, params, mode).stream()
                .map(spec -> new Row(Fields.MAX_SIZE)
                        .set("instId", spec.instId())
                        .set("ccy", spec.isContract() ? spec.settleCcy() : "")
                        .set("maxBuy", largest(venue, spec, mode, Side.BUY, px, lever))
                        .set("maxSell", largest(venue, spec, mode, Side.SELL, px, lever))
                        .fields())
                .toList());
    }

    private static BigDecimal largest(
            Venue venue,
            InstrumentSpec spec,
            TradeMode mode,
            Side side,
            @Nullable BigDecimal px,
            @Nullable BigDecimal lever) {
        return venue.largest(spec.instId(), mode, side(venue, spec, side), side, px, lever);
    }

    /** Returns the position that an order of a side would open: its own one of each side in long/short mode. */
    private static PosSide side(Venue venue, InstrumentSpec spec, Side side) {
        if (!LeverageDesk.sides(venue.config(), spec).contains(PosSide.LONG)) {
            return PosSide.NET;
        }
        return side == Side.BUY ? PosSide.LONG : PosSide.SHORT;
    }

    /** Tells what such an order would be paid or margined with. */
    private Answer available(Venue venue, Params params) {
        TradeMode mode = mode(params);
        return Answer.rows(asked(venue, params, mode).stream()
                .map(spec -> new Row(Fields.MAX_AVAILABLE)
                        .set("instId", spec.instId())
                        .set("availBuy", venue.available(spec.instId(), mode, Side.BUY))
                        .set("availSell", venue.available(spec.instId(), mode, Side.SELL))
                        .fields())
                .toList());
    }

    private List<InstrumentSpec> asked(Venue venue, Params params, TradeMode mode) {
        params.text("instId");
        List<String> names = params.list("instId");
        if (names.size() > MOST_INSTRUMENTS) {
            throw RefusedException.bad("instId", "at most " + MOST_INSTRUMENTS + " are expected");
        }
        Listing listing = new Listing(account.scenario(), venue);
        List<InstrumentSpec> specs = names.stream().map(listing::named).toList();
        for (InstrumentSpec spec : specs) {
            if (spec.isContract() == (mode == TradeMode.CASH)) {
                throw new RefusedException(
                        "51010",
                        spec.instId() + " is not traded in mode " + mode.wire() + " under the current account mode");
            }
        }
        return specs;
    }

    private static TradeMode mode(Params params) {
        return params.word("tdMode", TradeMode.values(), TradeMode::wire, "spot_isolated");
    }

    private static @Nullable BigDecimal positive(Params params, String name) {
        BigDecimal value = params.optionalDecimal(name);
        if (value != null && value.signum() <= 0) {
            throw RefusedException.bad(name);
        }
        return value;
    }

    /** Tells what can leave the trading account; nothing is borrowed, so that both figures are one. */
    private static Answer withdrawal(Venue venue, Params params) {
        List<String> wanted = params.list("ccy");
        if (wanted.size() > MOST_CURRENCIES) {
            throw RefusedException.bad("ccy", "at most " + MOST_CURRENCIES + " are expected");
        }
        return Answer.rows(venue.balances().stream()
                .filter(balance -> wanted.isEmpty() || wanted.contains(balance.ccy()))
                .map(SizeDesk::withdrawal)
                .toList());
    }

    private static Map<String, Object> withdrawal(BalanceView balance) {
        return new Row(Fields.MAX_WITHDRAWAL)
                .set("ccy", balance.ccy())
                .set("maxWd", balance.availBal())
                .set("maxWdEx", balance.availBal())
                .fields();
    }
}
