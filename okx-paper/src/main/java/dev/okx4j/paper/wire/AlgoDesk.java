package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.AccountDesk.matches;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;
import static dev.okx4j.paper.wire.Route.Scope.USER_AND_INSTRUMENT;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.AlgoState;
import dev.okx4j.paper.venue.AlgoType;
import dev.okx4j.paper.venue.AlgoView;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the algo section. */
final class AlgoDesk {
    /** How far the history goes back. */
    private static final Duration HISTORY_KEPT = Duration.ofDays(90);
    /** Most algo orders that one request cancels. */
    private static final int MOST_CANCELS = 10;

    private final PaperAccount account;
    private final Counter counter;

    AlgoDesk(PaperAccount account) {
        this.account = account;
        this.counter = new Counter(account);
    }

    /** Returns the paths of the algo section that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.post("/api/v5/trade/order-algo", 20, 2, USER_AND_INSTRUMENT, this::place),
                Route.post("/api/v5/trade/amend-algos", 20, 2, USER_AND_INSTRUMENT, this::amend),
                Route.post(
                                "/api/v5/trade/cancel-algos",
                                20,
                                2,
                                USER_AND_INSTRUMENT,
                                call -> cancel(call, Fields.ALGO_DONE))
                        .ofArray(),
                Route.post(
                                "/api/v5/trade/cancel-advance-algos",
                                20,
                                2,
                                USER_AND_INSTRUMENT,
                                call -> cancel(call, Fields.ALGO_ADVANCED))
                        .ofArray(),
                Route.get(
                        "/api/v5/trade/order-algo",
                        READ,
                        20,
                        2,
                        USER,
                        call -> account.read(v -> algo(v, call.params()))),
                Route.get(
                        "/api/v5/trade/orders-algo-pending",
                        READ,
                        20,
                        2,
                        USER,
                        call -> account.read(v -> pending(v, call.params()))),
                Route.get(
                        "/api/v5/trade/orders-algo-history",
                        READ,
                        20,
                        2,
                        USER,
                        call -> account.read(v -> history(v, call.params()))));
    }

    private Answer place(Call call) {
        Counter.needs(call, "tdMode", "side", "ordType");
        return counter.each(call, Fields.ALGO_DONE, this::placeOne);
    }

    private void placeOne(Row row, Params item) {
        row.set("algoClOrdId", item.clientId("algoClOrdId")).set("tag", item.tag());
        counter.answer(
                row,
                item,
                Reply.AlgoPlaced.class,
                spec -> new Command.PlaceAlgo(AlgoTickets.read(item, spec)),
                (told, placed) -> told.set("algoId", placed.algoId()));
    }

    private Answer amend(Call call) {
        Counter.needs(call);
        Counter.needsOne("algoId", "algoClOrdId", call);
        return counter.each(call, Fields.ALGO_AMENDED, this::amendOne);
    }

    private void amendOne(Row row, Params item) {
        row.set("algoId", item.whole("algoId"))
                .set("algoClOrdId", item.clientId("algoClOrdId"))
                .set("reqId", item.clientId("reqId"));
        counter.answer(
                row, item, Reply.AlgoAmended.class, spec -> AlgoTickets.amendment(item, spec), (told, amended) -> {
                    told.set("algoId", amended.algoId()).set("algoClOrdId", amended.algoClOrdId());
                    if (amended.failure() != null) {
                        Counter.cancelledInstead(told, amended.failure());
                    }
                });
    }

    /** Cancels up to ten algo orders, each with its own row; a missing parameter refuses the whole request. */
    private Answer cancel(Call call, String fields) {
        if (call.items().size() > MOST_CANCELS) {
            throw new RefusedException("51406", "The number of orders exceeds " + MOST_CANCELS);
        }
        Counter.needs(call);
        Counter.needsOne("algoId", "algoClOrdId", call);
        return counter.each(call, fields, this::cancelOne);
    }

    private void cancelOne(Row row, Params item) {
        String algoId = item.whole("algoId");
        String algoClOrdId = item.clientId("algoClOrdId");
        named(row, algoId, algoClOrdId);
        counter.answer(
                row,
                item,
                Reply.AlgoCancelled.class,
                spec -> new Command.CancelAlgo(spec.instId(), algoId, algoClOrdId),
                (told, cancelled) -> named(told, cancelled.algoId(), cancelled.algoClOrdId()));
    }

    /** Writes both ids of an algo order; the older path of cancelling tells only one. */
    private static void named(Row row, @Nullable String algoId, @Nullable String algoClOrdId) {
        row.set("algoId", algoId);
        if (row.has("algoClOrdId")) {
            row.set("algoClOrdId", algoClOrdId);
        }
    }

    private static Answer algo(Venue venue, Params params) {
        Counter.needsOne("algoId", "algoClOrdId", params);
        String algoId = params.whole("algoId");
        String clientId = params.clientId("algoClOrdId");
        AlgoView found = null;
        for (AlgoView algo : venue.algos()) {
            if (algoId != null
                    ? algoId.equals(algo.algoId())
                    : algo.algoClOrdId().equals(clientId)) {
                found = algo;
            }
        }
        if (found == null) {
            throw new RefusedException("51603", "Order does not exist");
        }
        return Answer.row(AlgoRow.of(found, Fields.ALGO, quote(venue, found)));
    }

    private static Answer pending(Venue venue, Params params) {
        return list(venue, params, venue.liveAlgos());
    }

    private static Answer history(Venue venue, Params params) {
        Counter.needsOne("state", "algoId", params);
        AlgoState state = params.optionalWord(
                "state",
                Stream.of(AlgoState.values()).filter(AlgoState::isOver).toArray(AlgoState[]::new),
                AlgoState::wire);
        return list(
                venue,
                params,
                venue.algos().stream()
                        .filter(algo -> algo.state().isOver() && (state == null || algo.state() == state))
                        .filter(algo -> algo.uTime().isAfter(venue.now().minus(HISTORY_KEPT)))
                        .toList());
    }

    /** Tells one page of those algo orders that the filters let through, newest first. */
    private static Answer list(Venue venue, Params params, List<AlgoView> oldestFirst) {
        List<String> types = List.of(params.text("ordType").split(",", -1));
        types.forEach(AlgoDesk::known);
        InstrumentType type = Listing.emptyType(params) ? null : Listing.type(params, false);
        List<AlgoView> found = oldestFirst.stream()
                .filter(algo -> types.contains(algo.ticket().ordType().wire()))
                .filter(algo -> !Listing.emptyType(params) && (type == null || algo.instType() == type))
                .filter(algo -> matches(params, "instId", algo.ticket().instId()))
                .filter(algo -> matches(params, "algoId", algo.algoId()))
                .toList();
        return Answer.rows(Page.of(params, found, AlgoView::algoId, AlgoView::cTime).stream()
                .map(algo ->
                        AlgoRow.of(algo, Fields.ALGO_LISTED, quote(venue, algo)).fields())
                .toList());
    }

    /** Refuses a type that OKX does not know. */
    private static void known(String type) {
        if (Stream.of(AlgoType.values()).noneMatch(known -> known.wire().equals(type))) {
            throw RefusedException.bad("ordType");
        }
    }

    private static String quote(Venue venue, AlgoView algo) {
        InstrumentSpec spec =
                Objects.requireNonNull(venue.instrument(algo.ticket().instId()));
        return spec.isContract() ? "" : spec.quoteCcy();
    }
}
