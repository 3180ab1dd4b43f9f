package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_INSTRUMENT;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.MarketEvent.FundingRate;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.util.List;
import java.util.stream.Stream;

/** Answers funding rates: what is charged next, and what was charged. Without recorded rates there are none. */
final class RateDesk {
    /** Most rates of a page. */
    private static final int MOST = 400;

    private final PaperAccount account;

    RateDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/public/funding-rate", PUBLIC, 10, 2, IP_AND_INSTRUMENT, this::next),
                Route.look(
                        account, "/api/v5/public/funding-rate-history", PUBLIC, 10, 2, IP_AND_INSTRUMENT, this::past));
    }

    /** Tells the next charge of a contract, or of every one with {@code ANY}. */
    private Answer next(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        List<InstrumentSpec> asked = params.text("instId").equals("ANY")
                ? listing.all().stream().filter(InstrumentSpec::isContract).toList()
                : List.of(listing.contract(params));
        return Answer.rows(asked.stream()
                .filter(spec -> !rates(venue, spec).isEmpty())
                .map(spec ->
                        FundingRateRow.of(spec, rates(venue, spec), venue.now()).fields())
                .toList());
    }

    /** Tells a page of what was charged, by its time. */
    private Answer past(Venue venue, Params params) {
        params.text("instId");
        InstrumentSpec spec = new Listing(account.scenario(), venue).contract(params);
        List<FundingRate> charged = rates(venue, spec).stream()
                .filter(rate -> !rate.ts().isAfter(venue.now()))
                .toList();
        return Answer.rows(Page.byTime(params, charged, FundingRate::ts, MOST).stream()
                .map(rate -> FundingRateRow.ofPast(spec, rate).fields())
                .toList());
    }

    /** Returns the rates of a contract: those recorded beforehand, else those charged since the market clock began. */
    private List<FundingRate> rates(Venue venue, InstrumentSpec spec) {
        List<FundingRate> recorded = account.scenario().funding().stream()
                .filter(rate -> rate.instId().equals(spec.instId()))
                .toList();
        return recorded.isEmpty() ? venue.fundingRates(spec.instId()) : recorded;
    }
}
