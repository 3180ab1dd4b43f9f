package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.AccountDesk.matches;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.ClosedPosition;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Answers the positions: those that are open, and those that were. */
final class PositionDesk {
    /** How far the history goes back. */
    private static final Duration HISTORY_KEPT = Duration.ofDays(92);

    private final PaperAccount account;

    PositionDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/account/positions", READ, 10, 2, USER, PositionDesk::positions),
                Route.look(account, "/api/v5/account/positions-history", READ, 10, 2, USER, PositionDesk::closed));
    }

    /** Tells the open positions; a filter for a kind of instrument that is not offered finds none. */
    private static Answer positions(Venue venue, Params params) {
        InstrumentType type = Listing.emptyType(params) ? null : Listing.type(params, false);
        List<String> instIds = params.list("instId");
        List<String> posIds = params.list("posId");
        return Answer.rows(venue.positions().stream()
                .filter(position -> !Listing.emptyType(params) && (type == null || position.instType() == type))
                .filter(position -> instIds.isEmpty() || instIds.contains(position.instId()))
                .filter(position -> posIds.isEmpty() || posIds.contains(position.posId()))
                .map(position -> PositionRow.of(position).fields())
                .toList());
    }

    /** Tells the positions of which something was closed in the last three months, by the time of it, newest first. */
    private static Answer closed(Venue venue, Params params) {
        InstrumentType type = Listing.emptyType(params) ? null : Listing.type(params, false);
        params.optionalWord("mgnMode", TradeMode.values(), TradeMode::wire);
        List<ClosedPosition> found = venue.closedPositions().stream()
                .filter(position -> position.uTime().isAfter(venue.now().minus(HISTORY_KEPT)))
                .filter(position -> !Listing.emptyType(params)
                        && (type == null || position.spec().instType() == type))
                .filter(position -> matches(params, "instId", position.spec().instId()))
                .filter(position ->
                        matches(params, "mgnMode", position.mgnMode().wire()))
                .filter(position -> matches(params, "type", position.type()))
                .filter(position -> matches(params, "posId", position.posId()))
                .toList();
        return Answer.rows(Page.byTime(params, found, ClosedPosition::uTime).stream()
                .map(position -> ClosedPositionRow.of(position).fields())
                .toList());
    }
}
