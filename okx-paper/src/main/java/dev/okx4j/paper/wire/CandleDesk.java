package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP;

import dev.okx4j.paper.feed.BarSize;
import dev.okx4j.paper.feed.Candle;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.Recording;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answers candles as far as market time has reached. */
final class CandleDesk {
    /** Most candles of a page. */
    private static final int MOST_CANDLES = 300;
    /** Most candles of a page of a price that nobody trades at. */
    private static final int MOST_PRICE_CANDLES = 100;

    private final PaperAccount account;

    CandleDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/market/candles", PUBLIC, 40, 2, IP, this::candles),
                Route.look(account, "/api/v5/market/history-candles", PUBLIC, 20, 2, IP, this::candles),
                Route.look(account, "/api/v5/market/mark-price-candles", PUBLIC, 20, 2, IP, this::ofMark),
                Route.look(account, "/api/v5/market/history-mark-price-candles", PUBLIC, 20, 2, IP, this::ofMark),
                Route.look(account, "/api/v5/market/index-candles", PUBLIC, 20, 2, IP, this::ofIndex),
                Route.look(account, "/api/v5/market/history-index-candles", PUBLIC, 10, 2, IP, this::ofIndex));
    }

    /** Tells candles of the mark price of a contract: those of its trades, for no others are recorded. */
    private Answer ofMark(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        return Answer.rows(found(venue, params, listing, listing.contract(params), MOST_PRICE_CANDLES).stream()
                .map(CandleRow::ofPrice)
                .toList());
    }

    /** Tells candles of an index: those of the trades in the instrument that it follows. */
    private Answer ofIndex(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        InstrumentSpec source = new Indices(listing).source(params.text("instId"));
        return Answer.rows(found(venue, params, listing, source, MOST_PRICE_CANDLES).stream()
                .map(CandleRow::ofPrice)
                .toList());
    }


    /** Tells candles of trades. */
    private Answer candles(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        params.refuse("adjust");
        return Answer.rows(found(venue, params, listing, listing.named(params), MOST_CANDLES).stream()
                .map(CandleRow::of)
                .toList());
    }

    /** Returns candles up to market time, newest first; the last one may be open. */
    private static List<Candle> found(Venue venue, Params params, Listing listing, InstrumentSpec spec, int most) {
        Recording recording = listing.recording(spec);
        String name = params.optional("bar");
        BarSize size = BarSize.named(name == null ? "1m" : name)
                .filter(wanted -> wanted.madeOf(recording.size()))
                .orElseThrow(() -> RefusedException.bad(
                        "bar",
                        spec.instId() + " is recorded in "
                                + recording.size().wire() + " candles; "
                                + "available: "
                                + String.join(", ", recording.size().makes())));
        List<Candle> found = new ArrayList<>(recording.candles(
                size, venue.now(), params.time("after"), params.time("before"), params.limit(100, most)));
        if (!found.isEmpty() && !found.get(0).confirm()) {
            // A fill inside a leg stops the clock at a price that the candle's own path has not yet noted.
            found.set(0, found.get(0).reaching(listing.quote(spec).last()));
        }
        return found;
    }
}
