package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.util.List;
import java.util.stream.Stream;

/** Answers the positions: those that are open, and those that were. */
final class PositionDesk {
    private final PaperAccount account;

    PositionDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(Route.look(account, "/api/v5/account/positions", READ, 10, 2, USER, PositionDesk::positions));
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
}
