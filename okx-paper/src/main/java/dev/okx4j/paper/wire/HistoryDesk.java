package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.AccountDesk.matches;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;
import static dev.okx4j.paper.wire.Route.Scope.USER_AND_INSTRUMENT;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.FillView;
import dev.okx4j.paper.venue.OrderView;
import dev.okx4j.paper.venue.Venue;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Answers what became of orders: one, those that are open, those that are over, and the fills. */
final class HistoryDesk {
    /** How long the history shows an order. */
    private static final Duration HISTORY_KEPT = Duration.ofDays(7);
    /** How far the archives of orders and fills go back. */
    private static final Duration ARCHIVED = Duration.ofDays(92);
    /** How far {@code fills} goes back. */
    private static final Duration FILLS_KEPT = Duration.ofDays(3);
    /** How long a cancelled order without a fill is still found. */
    private static final Duration UNFILLED_KEPT = Duration.ofHours(2);

    private final PaperAccount account;

    HistoryDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get(
                        "/api/v5/trade/order",
                        READ,
                        60,
                        2,
                        USER_AND_INSTRUMENT,
                        call -> account.read(v -> order(v, call.params()))),
                list("/api/v5/trade/orders-pending", 60, HistoryDesk::pending),
                list("/api/v5/trade/orders-history", 40, (v, params) -> history(v, params, HISTORY_KEPT)),
                list("/api/v5/trade/orders-history-archive", 20, (v, params) -> history(v, params, ARCHIVED)),
                list("/api/v5/trade/fills", 60, (v, params) -> fills(v, params, FILLS_KEPT)),
                list("/api/v5/trade/fills-history", 10, HistoryDesk::fillsHistory));
    }

    /** Returns the route of a list of the account's rows. */
    private Route list(String path, int count, BiFunction<Venue, Params, Answer> tell) {
        return Route.get(path, READ, count, 2, USER, call -> account.read(v -> tell.apply(v, call.params())));
    }

    /** Tells of one order, or 51603 when it is unknown or no more shown. */
    private Answer order(Venue venue, Params params) {
        InstrumentSpec spec = new Listing(account.scenario(), venue).named(params);
        Counter.needsOne("ordId", "clOrdId", params);
        OrderView order = venue.order(spec.instId(), params.whole("ordId"), params.clientId("clOrdId"));
        if (order == null || !kept(venue, order, HISTORY_KEPT)) {
            throw new RefusedException("51603", "Order does not exist");
        }
        return Answer.row(OrderRow.of(order, spec.quoteCcy()));
    }

    /** Tells the open orders, newest first. */
    private static Answer pending(Venue venue, Params params) {
        return orders(venue, params, venue.openOrders());
    }

    /** Tells the orders that were over no longer ago than this, newest first; {@code instType} is required. */
    private static Answer history(Venue venue, Params params, Duration kept) {
        if (!params.has("instType")) {
            throw RefusedException.missing("instType");
        }
        return orders(
                venue,
                params,
                venue.orders().stream()
                        .filter(order -> !order.open() && kept(venue, order, kept))
                        .filter(order -> matches(params, "category", order.category()))
                        .toList());
    }

    /** Returns whether OKX would still show the order: an unfilled cancelled one for two hours only. */
    private static boolean kept(Venue venue, OrderView order, Duration kept) {
        if (order.open()) {
            return true;
        }
        boolean unfilled = order.state().isCanceled() && order.accFillSz().signum() == 0;
        return order.uTime().isAfter(venue.now().minus(unfilled ? UNFILLED_KEPT : kept));
    }

    /** Tells one page of those orders that the filters let through. */
    private static Answer orders(Venue venue, Params params, List<OrderView> oldestFirst) {
        InstrumentType type = Listing.emptyType(params) ? null : Listing.type(params, false);
        List<OrderView> found = oldestFirst.stream()
                .filter(order -> !Listing.emptyType(params) && (type == null || order.instType() == type))
                .filter(order -> matches(params, "instId", order.instId()))
                .filter(order -> matches(
                        params, "instFamily", spec(venue, order.instId()).instFamily()))
                .filter(order ->
                        matchesAny(params, "ordType", order.ticket().ordType().wire()))
                .filter(order -> matches(params, "state", order.state().wire()))
                .toList();
        return Answer.rows(Page.of(params, found, OrderView::ordId, OrderView::cTime).stream()
                .map(order -> OrderRow.of(order, spec(venue, order.instId()).quoteCcy())
                        .fields())
                .toList());
    }

    /** Returns whether a comma-separated filter names the value, or is absent. */
    static boolean matchesAny(Params params, String name, String value) {
        List<String> wanted = params.list(name);
        return wanted.isEmpty() || wanted.contains(value);
    }

    /** Tells the fills of the last three months; {@code instType} is required. */
    private static Answer fillsHistory(Venue venue, Params params) {
        if (!params.has("instType")) {
            throw RefusedException.missing("instType");
        }
        return fills(venue, params, ARCHIVED);
    }

    /** Tells one page of the fills not older than this, newest first. */
    private static Answer fills(Venue venue, Params params, Duration kept) {
        InstrumentType type = Listing.emptyType(params) ? null : Listing.type(params, false);
        List<FillView> found = venue.fills().stream()
                .filter(fill -> fill.ts().isAfter(venue.now().minus(kept)))
                .filter(fill -> !Listing.emptyType(params) && (type == null || fill.instType() == type))
                .filter(fill -> matches(params, "instId", fill.instId()))
                .filter(fill ->
                        matches(params, "instFamily", spec(venue, fill.instId()).instFamily()))
                .filter(fill -> matches(params, "ordId", fill.ordId()))
                .filter(fill -> matches(params, "subType", fill.subType()))
                .toList();
        return Answer.rows(Page.of(params, found, FillView::billId, FillView::ts).stream()
                .map(fill ->
                        FillRow.of(fill, tradeQuote(spec(venue, fill.instId()))).fields())
                .toList());
    }

    /** Returns the quote currency of a spot pair; empty for a contract. */
    private static String tradeQuote(InstrumentSpec spec) {
        return spec.isContract() ? "" : spec.quoteCcy();
    }

    private static InstrumentSpec spec(Venue venue, String instId) {
        return Objects.requireNonNull(venue.instrument(instId));
    }
}
