package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_INSTRUMENT;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_TYPE_AND_FAMILY;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.DeliveryView;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers how contracts stand beside their price: how many are open, and at what they would be delivered. */
final class StandingDesk {
    /** How long before expiry a delivery price is estimated: it is the mean index of this time. */
    private static final Duration ESTIMATED = Duration.ofMinutes(30);

    /** How far the history of deliveries goes back. */
    private static final Duration HISTORY_KEPT = Duration.ofDays(92);

    private final PaperAccount account;

    StandingDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/public/open-interest", PUBLIC, 20, 2, IP_AND_INSTRUMENT, this::interest),
                Route.look(
                        account, "/api/v5/public/estimated-price", PUBLIC, 10, 2, IP_AND_INSTRUMENT, this::estimated),
                Route.look(
                        account,
                        "/api/v5/public/delivery-exercise-history",
                        PUBLIC,
                        40,
                        2,
                        IP_AND_TYPE_AND_FAMILY,
                        StandingDesk::delivered));
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
        params.text("instId");
        InstrumentSpec spec = new Listing(account.scenario(), venue).contract(params);
        Instant expires = spec.expTime();
        if (expires == null) {
            throw RefusedException.bad("instId", spec.instId() + " does not expire");
        }
        BigDecimal px = venue.estimatedPrice(spec.instId());
        return venue.now().isBefore(expires.minus(ESTIMATED)) || px == null
                ? Answer.rows(List.of())
                : Answer.row(EstimatedPriceRow.of(spec, px, venue.now()));
    }

    /** Tells what was delivered or exercised in the last three months, one row for each moment, newest first. */
    private static Answer delivered(Venue venue, Params params) {
        InstrumentType type = Listing.contractType(params);
        String family = params.text("instFamily");
        Map<Instant, List<DeliveryView>> moments = new TreeMap<>();
        for (DeliveryView delivery : venue.deliveries()) {
            InstrumentSpec spec = Objects.requireNonNull(venue.instrument(delivery.instId()));
            if (delivery.instType() == type
                    && spec.instFamily().equals(family)
                    && delivery.ts().isAfter(venue.now().minus(HISTORY_KEPT))) {
                moments.computeIfAbsent(delivery.ts(), ts -> new ArrayList<>()).add(delivery);
            }
        }
        return Answer.rows(Page.byTime(params, List.copyOf(moments.entrySet()), Map.Entry::getKey).stream()
                .map(moment -> Map.of(
                        "ts",
                        Row.wire(moment.getKey()),
                        "details",
                        moment.getValue().stream().map(StandingDesk::delivered).toList()))
                .toList());
    }

    private static Map<String, Object> delivered(DeliveryView delivery) {
        return new Row(Fields.DELIVERED)
                .set("insId", delivery.instId())
                .set("px", delivery.px())
                .set("type", delivery.type())
                .fields();
    }
}
