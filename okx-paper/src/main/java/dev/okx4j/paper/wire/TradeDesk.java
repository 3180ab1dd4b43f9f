package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.AccountDesk.matches;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;
import static dev.okx4j.paper.wire.Route.Scope.USER_AND_INSTRUMENT;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.FillView;
import dev.okx4j.paper.venue.OrderState;
import dev.okx4j.paper.venue.OrderView;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Answers the trade section: orders, their history and their fills. */
final class TradeDesk {
    /** How long the history shows an order. */
    private static final Duration HISTORY_KEPT = Duration.ofDays(7);
    /** How far {@code fills} goes back. */
    private static final Duration FILLS_KEPT = Duration.ofDays(3);
    /** How far {@code fills-history} goes back. */
    private static final Duration FILLS_ARCHIVED = Duration.ofDays(92);
    /** How long a cancelled order without a fill is still found. */
    private static final Duration UNFILLED_KEPT = Duration.ofHours(2);

    private final PaperAccount account;

    TradeDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths of the trade section that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.post("/api/v5/trade/order", 60, 2, USER_AND_INSTRUMENT, this::place),
                Route.post("/api/v5/trade/cancel-order", 60, 2, USER_AND_INSTRUMENT, this::cancel),
                Route.get(
                        "/api/v5/trade/order",
                        READ,
                        60,
                        2,
                        USER_AND_INSTRUMENT,
                        call -> account.read(v -> order(v, call.params()))),
                Route.get(
                        "/api/v5/trade/orders-pending",
                        READ,
                        60,
                        2,
                        USER,
                        call -> account.read(v -> pending(v, call.params()))),
                Route.get(
                        "/api/v5/trade/orders-history",
                        READ,
                        40,
                        2,
                        USER,
                        call -> account.read(v -> history(v, call.params()))),
                Route.get(
                        "/api/v5/trade/fills",
                        READ,
                        60,
                        2,
                        USER,
                        call -> account.read(v -> fills(v, call.params(), FILLS_KEPT))),
                Route.get(
                        "/api/v5/trade/fills-history",
                        READ,
                        10,
                        2,
                        USER,
                        call -> account.read(v -> fillsHistory(v, call.params()))));
    }

    /** Places an order: refused parameters end the request, a refusal by the venue is told in the row. */
    private Answer place(Call call) {
        refuseExpired(call);
        Params params = call.params();
        List.of("tdMode", "side", "ordType", "sz").forEach(params::text);
        Row row = new Row(Fields.ORDER_PLACED)
                .set("clOrdId", params.clientId("clOrdId"))
                .set("tag", params.tag());
        InstrumentSpec spec;
        try {
            spec = account.read(v -> new Listing(account.scenario(), v).named(params));
        } catch (RefusedException e) {
            if (e.answer().code().equals("50014")) {
                throw e;
            }
            row.set("ts", account.read(Venue::now));
            return refused(row, e.answer().code(), e.answer().msg());
        }
        Reply reply = account.apply(new Command.Place(Tickets.order(params, spec)));
        if (reply instanceof Reply.Refused refused) {
            row.set("ts", account.read(Venue::now))
                    .set("subCode", refused.refusal().subCode());
            return refused(row, refused.refusal().code(), refused.refusal().msg());
        }
        Reply.Placed placed = (Reply.Placed) reply;
        return Answer.items(List.of(row.set("ordId", placed.ordId())
                        .set("clOrdId", placed.clOrdId())
                        .set("ts", placed.ts())
                        .set("sCode", "0")))
                .withTimes();
    }

    /** Returns the answer of an order that was refused: 200, code 1, and the reason in the row. */
    private static Answer refused(Row row, String code, String msg) {
        return Answer.items(List.of(row.set("sCode", code).set("sMsg", msg))).withTimes();
    }

    /** Refuses an order that arrives after its {@code expTime} header, with 50036. */
    private static void refuseExpired(Call call) {
        String header = call.header("expTime");
        if (header == null) {
            return;
        }
        Instant expires = new Params(Map.of("expTime", header)).time("expTime");
        if (expires != null && expires.isBefore(call.received())) {
            throw new RefusedException("50036", "expTime can't be earlier than the current system time");
        }
    }

    /** Cancels an order by its id or the owner's; a refusal is told in the row. */
    private Answer cancel(Call call) {
        Params params = call.params();
        String ordId = params.whole("ordId");
        String clOrdId = params.clientId("clOrdId");
        if (!params.has("instId") && !params.has("instIdCode")) {
            throw RefusedException.missing("instId");
        }
        needsOne("ordId", "clOrdId", params);
        Row row = new Row(Fields.ORDER_CANCELLED)
                .set("ordId", ordId)
                .set("clOrdId", clOrdId)
                .set("ts", account.read(Venue::now));
        InstrumentSpec spec;
        try {
            spec = account.read(v -> new Listing(account.scenario(), v).named(params));
        } catch (RefusedException e) {
            return refused(row, e.answer().code(), e.answer().msg());
        }
        Reply reply = account.apply(new Command.Cancel(spec.instId(), ordId, clOrdId));
        if (reply instanceof Reply.Refused refused) {
            return refused(row, refused.refusal().code(), refused.refusal().msg());
        }
        Reply.Cancelled cancelled = (Reply.Cancelled) reply;
        return Answer.items(List.of(row.set("ordId", cancelled.ordId())
                        .set("clOrdId", cancelled.clOrdId())
                        .set("ts", cancelled.ts())
                        .set("sCode", "0")))
                .withTimes();
    }

    /** Refuses a request that has neither of two parameters, with 50015. */
    static void needsOne(String one, String other, Params params) {
        if (!params.has(one) && !params.has(other)) {
            throw new RefusedException("50015", "Either parameter " + one + " or " + other + " is required");
        }
    }

    /** Tells of one order, or 51603 when it is unknown or no more shown. */
    private Answer order(Venue venue, Params params) {
        InstrumentSpec spec = new Listing(account.scenario(), venue).named(params);
        needsOne("ordId", "clOrdId", params);
        OrderView order = venue.order(spec.instId(), params.whole("ordId"), params.clientId("clOrdId"));
        if (order == null || !kept(venue, order)) {
            throw new RefusedException("51603", "Order does not exist");
        }
        return Answer.row(OrderRow.of(order, spec.quoteCcy()));
    }

    /** Tells the open orders, newest first. */
    private static Answer pending(Venue venue, Params params) {
        return orders(venue, params, venue.openOrders());
    }

    /** Tells the orders that are over, newest first; {@code instType} is required. */
    private static Answer history(Venue venue, Params params) {
        if (!params.has("instType")) {
            throw RefusedException.missing("instType");
        }
        return orders(
                venue,
                params,
                venue.orders().stream()
                        .filter(order -> !order.open() && kept(venue, order))
                        .filter(order -> matches(params, "category", order.category()))
                        .toList());
    }

    /** Returns whether OKX would still show the order: an unfilled cancelled one for two hours, others for seven days. */
    private static boolean kept(Venue venue, OrderView order) {
        if (order.open()) {
            return true;
        }
        boolean unfilled =
                order.state() == OrderState.CANCELED && order.accFillSz().signum() == 0;
        return order.uTime().isAfter(venue.now().minus(unfilled ? UNFILLED_KEPT : HISTORY_KEPT));
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
        return fills(venue, params, FILLS_ARCHIVED);
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
                .map(fill -> OrderRow.of(fill, tradeQuote(spec(venue, fill.instId())))
                        .fields())
                .toList());
    }

    /** Returns the quote currency of a spot pair; empty for a contract. */
    private static String tradeQuote(InstrumentSpec spec) {
        return spec.isSwap() ? "" : spec.quoteCcy();
    }

    private static InstrumentSpec spec(Venue venue, String instId) {
        return Objects.requireNonNull(venue.instrument(instId));
    }
}
