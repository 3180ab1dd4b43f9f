package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Answers what contracts follow: indices, each of which here follows one instrument. */
final class IndexDesk {
    private final PaperAccount account;

    IndexDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/market/index-tickers", PUBLIC, 20, 2, IP, this::tickers),
                Route.look(account, "/api/v5/market/index-components", PUBLIC, 20, 2, IP, this::components),
                // No rate of exchange between currencies of states is recorded.
                Route.get("/api/v5/market/exchange-rate", PUBLIC, 1, 2, IP, call -> Answer.rows(List.of())));
    }

    /** Tells one index, or all that are quoted in a currency. */
    private Answer tickers(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        Indices indices = new Indices(listing);
        if (params.has("instId")) {
            return Answer.row(ticker(venue, listing, indices, params.text("instId")));
        }
        Counter.needsOne("quoteCcy", "instId", params);
        return Answer.rows(indices.quotedIn(params.text("quoteCcy")).stream()
                .map(index -> ticker(venue, listing, indices, index).fields())
                .toList());
    }

    private static Row ticker(Venue venue, Listing listing, Indices indices, String index) {
        BigDecimal price = indices.price(index);
        return IndexTickerRow.of(
                index, price, listing.day(listing.indexRecording(index, indices.source(index)), price), venue.now());
    }

    /** Tells the one instrument that an index follows, with all of the weight. */
    private Answer components(Venue venue, Params params) {
        Indices indices = new Indices(new Listing(account.scenario(), venue));
        String index = params.text("index");
        InstrumentSpec source = indices.source(index);
        BigDecimal price = indices.price(index);
        Row component = new Row(Fields.INDEX_COMPONENT)
                .set("exch", "OKX")
                .set("symbol", source.isContract() ? source.instId() : source.baseCcy() + "/" + source.quoteCcy())
                .set("symPx", price)
                .set("wgt", BigDecimal.ONE)
                .set("cnvPx", price);
        return Answer.object(new Row(Fields.INDEX_COMPONENTS)
                .set("index", index)
                .set("last", price)
                .set("ts", venue.now())
                .set("components", List.of(component.fields())));
    }
}
