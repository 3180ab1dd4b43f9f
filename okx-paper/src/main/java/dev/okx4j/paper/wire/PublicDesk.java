package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.IP;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_INSTRUMENT;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_TYPE;
import static dev.okx4j.paper.wire.Route.Scope.USER_AND_TYPE;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.QuoteView;
import dev.okx4j.paper.venue.Venue;
import java.util.List;
import java.util.Map;
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
                Route.get(
                        "/api/v5/public/time",
                        PUBLIC,
                        10,
                        2,
                        IP,
                        call -> Answer.rows(List.of(Map.of("ts", Row.wire(call.received()))))),
                Route.get(
                        "/api/v5/public/instruments",
                        PUBLIC,
                        20,
                        2,
                        IP_AND_TYPE,
                        call -> account.read(v -> instruments(v, call.params(), Fields.INSTRUMENT))),
                Route.get(
                        "/api/v5/account/instruments",
                        READ,
                        20,
                        2,
                        USER_AND_TYPE,
                        call -> account.read(v -> instruments(v, call.params(), Fields.ACCOUNT_INSTRUMENT))),
                Route.get(
                        "/api/v5/public/mark-price",
                        PUBLIC,
                        10,
                        2,
                        IP_AND_INSTRUMENT,
                        call -> account.read(v -> markPrice(v, call.params()))),
                Route.get(
                        "/api/v5/public/price-limit",
                        PUBLIC,
                        20,
                        2,
                        IP,
                        call -> account.read(v -> priceLimit(v, call.params()))));
    }

    /** Tells the listed instruments as they were recorded. */
    private Answer instruments(Venue venue, Params params, String fields) {
        Listing listing = new Listing(account.scenario(), venue);
        params.refuse("seriesId");
        return Answer.rows(listing.asked(params).stream()
                .map(spec -> instrument(listing, spec, fields).fields())
                .toList());
    }

    /** Returns the recorded row in the documented fields; {@code state} is live, for it is listed. */
    private static Row instrument(Listing listing, InstrumentSpec spec, String fields) {
        Row row = new Row(fields);
        Map<String, Object> recorded = listing.row(spec).fields();
        for (String name : row.fields().keySet()) {
            row.setRecorded(name, recorded.get(name));
        }
        if (fields.equals(Fields.ACCOUNT_INSTRUMENT)) {
            row.setAll("0", "elp", "rpi"); // neither kind of maker order is offered
        }
        return row.set("state", "live");
    }

    /** Tells mark prices of swaps, which here equal the last prices. */
    private Answer markPrice(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        if (InstrumentType.SPOT.name().equals(params.optional("instType"))) {
            throw RefusedException.bad("instType");
        }
        return Answer.rows(listing.asked(params).stream()
                .map(spec -> new Row(Fields.MARK_PRICE)
                        .set("instType", spec.instType().name())
                        .set("instId", spec.instId())
                        .set("markPx", listing.quote(spec).last())
                        .set("ts", venue.now())
                        .fields())
                .toList());
    }

    /** Tells the prices beyond which an order is refused. */
    private Answer priceLimit(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        InstrumentSpec spec = listing.named(params);
        QuoteView quote = listing.quote(spec);
        return Answer.row(new Row(Fields.PRICE_LIMIT)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("buyLmt", quote.buyLmt())
                .set("sellLmt", quote.sellLmt())
                .set("ts", venue.now())
                .set("enabled", true));
    }
}
