package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP;

import dev.okx4j.paper.feed.BarSize;
import dev.okx4j.paper.feed.Candle;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.Recording;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Tells candles of trades. */
    private Answer candles(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        params.refuse("adjust");
        InstrumentSpec spec = listing.named(params);
        Prices prices = new Prices(
                spec.instId(), listing.recording(spec), listing.quote(spec).last());
        return Answer.rows(found(venue, params, prices, MOST_CANDLES).stream()
                .map(CandleRow::of)
                .toList());
    }

    /** Tells candles of the mark price of a contract: those of its trades when no others are recorded. */
    private Answer ofMark(Venue venue, Params params) {
        params.text("instId");
        Listing listing = new Listing(account.scenario(), venue);
        InstrumentSpec spec = listing.contract(params);
        return prices(venue, params, new Prices(spec.instId(), listing.markRecording(spec), listing.mark(spec)));
    }

    /** Tells candles of an index: those of the trades in what it follows when no others are recorded. */
    private Answer ofIndex(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        Indices indices = new Indices(listing);
        String index = params.text("instId");
        return prices(
                venue,
                params,
                new Prices(index, listing.indexRecording(index, indices.source(index)), indices.price(index)));
    }

    private static Answer prices(Venue venue, Params params, Prices prices) {
        return Answer.rows(found(venue, params, prices, MOST_PRICE_CANDLES).stream()
                .map(CandleRow::ofPrice)
                .toList());
    }

    /** Returns candles up to market time, newest first; the last one may be open. Without a recording there are none. */
    private static List<Candle> found(Venue venue, Params params, Prices prices, int most) {
        Recording recording = prices.recording;
        String name = params.optional("bar");
        BarSize wanted = BarSize.named(name == null ? "1m" : name).orElseThrow(() -> RefusedException.bad("bar"));
        int limit = params.limit(Page.MOST, most);
        if (recording == null) {
            return List.of();
        }
        if (!wanted.madeOf(recording.size())) {
            throw RefusedException.bad(
                    "bar",
                    prices.name + " is recorded in " + recording.size().wire() + " candles; available: "
                            + String.join(", ", recording.size().makes()));
        }
        List<Candle> found = new ArrayList<>(
                recording.candles(wanted, venue.now(), params.time("after"), params.time("before"), limit));
        if (!found.isEmpty() && !found.get(0).confirm()) {
            // A fill inside a leg stops the clock at a price that the candle's own path has not yet noted.
            found.set(0, found.get(0).reaching(prices.now));
        }
        return found;
    }

    /** Prices that candles are made of: what they are of, as recorded, and as they stand. */
    private record Prices(String name, @Nullable Recording recording, BigDecimal now) {}
}
