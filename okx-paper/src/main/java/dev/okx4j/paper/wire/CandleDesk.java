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

    private final PaperAccount account;

    CandleDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/market/candles", PUBLIC, 40, 2, IP, this::candles),
                Route.look(account, "/api/v5/market/history-candles", PUBLIC, 20, 2, IP, this::candles));
    }

    /** Tells candles up to market time, newest first; the last one may be open. */
    private Answer candles(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
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
        return Answer.rows(found.stream().map(CandleRow::of).toList());
    }
}
