package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_INSTRUMENT;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers how contracts stand beside their price: how many are open, and at what they would be delivered. */
final class StandingDesk {
    /** How long before expiry a delivery price is estimated: it is the mean index of this time. */
    private static final Duration ESTIMATED = Duration.ofMinutes(30);

    private final PaperAccount account;

    StandingDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/public/open-interest", PUBLIC, 20, 2, IP_AND_INSTRUMENT, this::interest),
                Route.look(
                        account, "/api/v5/public/estimated-price", PUBLIC, 10, 2, IP_AND_INSTRUMENT, this::estimated));
    }

    /** Tells the open interest of contracts of a kind; of one that the feed tells none of, nothing. */
    private Answer interest(Venue venue, Params params) {
        InstrumentType type = Listing.contractType(params);
        if (type == InstrumentType.OPTION && !params.has("instId")) {
            params.text("instFamily");
        }
        Listing listing = new Listing(account.scenario(), venue);
        return Answer.rows(listing.asked(params).stream()
                .flatMap(spec -> Stream.ofNullable(interest(venue, listing, spec)))
                .toList());
    }

    private static @Nullable Map<String, Object> interest(Venue venue, Listing listing, InstrumentSpec spec) {
        BigDecimal oi = venue.openInterest(spec.instId());
        BigDecimal px = spec.instType() == InstrumentType.OPTION ? listing.index(spec) : listing.mark(spec);
        return oi == null ? null : OpenInterestRow.of(spec, oi, px, venue.now()).fields();
    }

    /** Tells at what a contract would be delivered, in the last half hour before it is. */
    private Answer estimated(Venue venue, Params params) {
        Listing listing = new Listing(account.scenario(), venue);
        InstrumentSpec spec = listing.contract(params);
        Instant expires = spec.expTime();
        if (expires == null) {
            throw RefusedException.bad("instId", spec.instId() + " does not expire");
        }
        Instant from = expires.minus(ESTIMATED);
        if (venue.now().isBefore(from)) {
            return Answer.rows(List.of());
        }
        BigDecimal mean = venue.indexMean(spec.uly(), from, venue.now());
        return Answer.row(EstimatedPriceRow.of(spec, mean == null ? listing.index(spec) : mean, venue.now()));
    }
}
