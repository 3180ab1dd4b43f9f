package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers the market section: tickers and books as far as market time has reached. */
final class MarketDesk {
    /** Most levels of a book. */
    private static final int MOST_ROWS = 400;
    /** Most levels of the full book. */
    private static final int MOST_FULL_ROWS = 5000;

    private final PaperAccount account;
    private final Scenario scenario;

    MarketDesk(PaperAccount account) {
        this.account = account;
        this.scenario = account.scenario();
    }

    /** Returns the paths of the market section that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/market/ticker", PUBLIC, 20, 2, IP, this::ticker),
                Route.look(account, "/api/v5/market/tickers", PUBLIC, 20, 2, IP, this::tickers),
                Route.look(account, "/api/v5/market/books", PUBLIC, 40, 2, IP, this::books),
                Route.look(account, "/api/v5/market/books-full", PUBLIC, 10, 2, IP, this::booksFull),
                Route.look(account, "/api/v5/market/platform-24-volume", PUBLIC, 2, 2, IP, this::volume));
    }

    /** Tells the last price, the best of both sides, and the last 24 hours of recorded volume. */
    private Answer ticker(Venue venue, Params params) {
        Listing listing = new Listing(scenario, venue);
        return Answer.row(ticker(listing, listing.named(params)));
    }

    /** Tells the tickers of a kind of instrument. */
    private Answer tickers(Venue venue, Params params) {
        Listing listing = new Listing(scenario, venue);
        return Answer.rows(listing.asked(params).stream()
                .map(spec -> ticker(listing, spec).fields())
                .toList());
    }

    private static Row ticker(Listing listing, InstrumentSpec spec) {
        return TickerRow.of(spec, listing.quote(spec), listing.day(spec));
    }

    /** Tells the book; {@code seqId} grows with each command that changed the venue. */
    private Answer books(Venue venue, Params params) {
        InstrumentSpec spec = new Listing(scenario, venue).named(params);
        Map<String, Object> row =
                BookRow.of(Objects.requireNonNull(venue.book(spec.instId(), depth(params, MOST_ROWS))));
        row.put("seqId", BigDecimal.valueOf(account.revision()));
        return Answer.rows(List.of(row));
    }

    /** Tells the book to any depth, in columns of its own. */
    private Answer booksFull(Venue venue, Params params) {
        InstrumentSpec spec = new Listing(scenario, venue).named(params);
        return Answer.rows(List.of(
                BookRow.full(Objects.requireNonNull(venue.book(spec.instId(), depth(params, MOST_FULL_ROWS))))));
    }

    /** Tells the volume of 24 hours in all listed instruments, at their last prices; no rate of the yuan is recorded. */
    private Answer volume(Venue venue, Params params) {
        Listing listing = new Listing(scenario, venue);
        BigDecimal total = BigDecimal.ZERO;
        for (InstrumentSpec spec : listing.all()) {
            BigDecimal volume = listing.day(spec).volCcy();
            total = total.add(
                    spec.isContract() ? volume.multiply(listing.quote(spec).last()) : volume);
        }
        return Answer.row(new Row(Fields.VOLUME).set("volUsd", total).set("ts", venue.now()));
    }

    /** Returns the number of levels that are asked for: one when not said. */
    private static int depth(Params params, int most) {
        String size = params.whole("sz");
        return size == null ? 1 : (int) Math.min(most, Math.max(1, Long.parseLong(size)));
    }
}
