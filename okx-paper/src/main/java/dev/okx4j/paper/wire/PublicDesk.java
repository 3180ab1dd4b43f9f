package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.IP;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_INSTRUMENT;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_TYPE;
import static dev.okx4j.paper.wire.Route.Scope.USER_AND_TYPE;

import dev.okx4j.paper.feed.InstrumentRow;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers the public section: instruments as recorded, the wire's time, mark prices and price limits. */
final class PublicDesk {
    private final PaperAccount account;

    PublicDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths of the public data section that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get("/api/v5/public/time", PUBLIC, 10, 2, IP, PublicDesk::time),
                Route.look(account, "/api/v5/public/instruments", PUBLIC, 20, 2, IP_AND_TYPE, this::instruments),
                Route.look(account, "/api/v5/account/instruments", READ, 20, 2, USER_AND_TYPE, this::ofAccount),
                Route.look(account, "/api/v5/public/mark-price", PUBLIC, 10, 2, IP_AND_INSTRUMENT, this::markPrice),
                Route.look(account, "/api/v5/public/price-limit", PUBLIC, 20, 2, IP, this::priceLimit),
                // A paper exchange is never closed.
                Route.get("/api/v5/system/status", PUBLIC, 1, 5, IP, call -> Answer.rows(List.of())));
    }

    private static Answer time(Call call) {
        return Answer.rows(List.of(Map.of("ts", Row.wire(call.received()))));
    }

    /** Tells the listed instruments as they were recorded. */
    private Answer instruments(Venue venue, Params params) {
        return instruments(venue, params, ListedRow::of);
    }

    private Answer ofAccount(Venue venue, Params params) {
        return instruments(venue, params, ListedRow::ofAccount);
    }

    private Answer instruments(Venue venue, Params params, Function<InstrumentRow, Row> writer) {
        Listing listing = new Listing(account.scenario(), venue);
        params.refuse("seriesId");
        return Answer.rows(listing.asked(params).stream()
                .map(spec -> writer.apply(listing.row(spec)).fields())
                .toList());
    }

    /** Tells mark prices of contracts. */
    private Answer markPrice(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        if (InstrumentType.SPOT.name().equals(params.optional("instType"))) {
            throw RefusedException.bad("instType");
        }
        // OKX documents instType as needed; clients that name an instrument leave it out, and are answered.
        boolean one = params.optional("instType") == null && params.optional("instId") != null;
        List<InstrumentSpec> asked = one ? List.of(listing.contract(params)) : listing.asked(params);
        return Answer.rows(asked.stream()
                .map(spec ->
                        MarkPriceRow.of(spec, listing.mark(spec), venue.now()).fields())
                .toList());
    }

    /** Tells the prices beyond which an order is refused. */
    private Answer priceLimit(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        InstrumentSpec spec = listing.named(params);
        return Answer.row(PriceLimitRow.of(spec, listing.quote(spec), venue.now()));
    }
}
