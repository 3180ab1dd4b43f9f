package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP;

import dev.okx4j.paper.feed.BarSize;
import dev.okx4j.paper.feed.Candle;
import dev.okx4j.paper.feed.DayView;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.Recording;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.BookView;
import dev.okx4j.paper.venue.QuoteView;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers the market section: tickers, books and candles as far as market time has reached. */
final class MarketDesk {
    /** Most levels of a book. */
    private static final int MOST_ROWS = 400;
    /** Most candles of a page. */
    private static final int MOST_CANDLES = 300;

    private final PaperAccount account;
    private final Scenario scenario;

    MarketDesk(PaperAccount account) {
        this.account = account;
        this.scenario = account.scenario();
    }

    /** Returns the paths of the market section that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get(
                        "/api/v5/market/ticker",
                        PUBLIC,
                        20,
                        2,
                        IP,
                        call -> account.read(v -> ticker(v, call.params()))),
                Route.get(
                        "/api/v5/market/tickers",
                        PUBLIC,
                        20,
                        2,
                        IP,
                        call -> account.read(v -> tickers(v, call.params()))),
                Route.get(
                        "/api/v5/market/books", PUBLIC, 40, 2, IP, call -> account.read(v -> books(v, call.params()))),
                Route.get(
                        "/api/v5/market/candles",
                        PUBLIC,
                        40,
                        2,
                        IP,
                        call -> account.read(v -> candles(v, call.params()))),
                Route.get(
                        "/api/v5/market/history-candles",
                        PUBLIC,
                        20,
                        2,
                        IP,
                        call -> account.read(v -> candles(v, call.params()))));
    }

    /** Tells the last price, the best of both sides, and the last 24 hours of recorded volume. */
    private Answer ticker(Venue venue, Params params) {
        Listing listing = new Listing(scenario, venue);
        return Answer.row(ticker(venue, listing, listing.named(params)));
    }

    /** Tells the tickers of a kind of instrument. */
    private Answer tickers(Venue venue, Params params) {
        Listing listing = new Listing(scenario, venue);
        return Answer.rows(listing.asked(params).stream()
                .map(spec -> ticker(venue, listing, spec).fields())
                .toList());
    }

    private Row ticker(Venue venue, Listing listing, InstrumentSpec spec) {
        QuoteView quote = listing.quote(spec);
        DayView day = Objects.requireNonNull(listing.recording(spec).day(venue.now()));
        return new Row(Fields.TICKER)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("last", quote.last())
                .set("lastSz", day.lastSz())
                .set("askPx", quote.askPx())
                .set("askSz", quote.askSz())
                .set("bidPx", quote.bidPx())
                .set("bidSz", quote.bidSz())
                .set("open24h", day.open())
                .set("high24h", day.high().max(quote.last()))
                .set("low24h", day.low().min(quote.last()))
                .set("volCcy24h", day.volCcy())
                .set("vol24h", day.vol())
                .set("sodUtc0", day.sodUtc0())
                .set("sodUtc8", day.sodUtc8())
                .set("ts", quote.ts());
    }

    /** Tells the book; {@code seqId} grows with each command that changed the venue. */
    private Answer books(Venue venue, Params params) {
        InstrumentSpec spec = new Listing(scenario, venue).named(params);
        String size = params.whole("sz");
        int depth = size == null ? 1 : (int) Math.min(MOST_ROWS, Math.max(1, Long.parseLong(size)));
        BookView book = Objects.requireNonNull(venue.book(spec.instId(), depth));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("asks", side(book.asks()));
        row.put("bids", side(book.bids()));
        row.put("ts", Long.toString(book.ts().toEpochMilli()));
        row.put("seqId", BigDecimal.valueOf(account.revision()));
        return Answer.rows(List.of(row));
    }

    /** Returns OKX's columns of a side: price, size, a deprecated 0, number of orders. */
    private static List<List<String>> side(List<BookView.Row> rows) {
        return rows.stream()
                .map(row -> List.of(Row.text(row.px()), Row.text(row.sz()), "0", Integer.toString(row.orders())))
                .toList();
    }

    /** Tells candles up to market time, newest first; the last one may be open. */
    private Answer candles(Venue venue, Params params) {
        Listing listing = new Listing(scenario, venue);
        InstrumentSpec spec = listing.named(params);
        params.refuse("adjust");
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
                size, venue.now(), params.time("after"), params.time("before"), params.limit(100, MOST_CANDLES)));
        if (!found.isEmpty() && !found.get(0).confirm()) {
            // A fill inside a leg stops the clock at a price that the candle's own path has not yet noted.
            found.set(0, found.get(0).reaching(listing.quote(spec).last()));
        }
        return Answer.rows(found.stream().map(MarketDesk::columns).toList());
    }

    /** Returns OKX's columns of a candle. */
    private static List<Object> columns(Candle candle) {
        return List.of(
                Row.wire(candle.ts()),
                Row.wire(candle.o()),
                Row.wire(candle.h()),
                Row.wire(candle.l()),
                Row.wire(candle.c()),
                Row.wire(candle.vol()),
                Row.wire(candle.volCcy()),
                Row.wire(candle.volCcyQuote()),
                candle.confirm() ? "1" : "0");
    }
}
