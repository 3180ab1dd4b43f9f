package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.AccountDesk.matches;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.BillView;
import dev.okx4j.paper.venue.Venue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Answers how the money of the trading account came and went. */
final class BillDesk {
    /** How far {@code bills} goes back. */
    private static final Duration BILLS_KEPT = Duration.ofDays(7);

    /** How far {@code bills-archive} goes back. */
    private static final Duration ARCHIVED = Duration.ofDays(92);

    private final PaperAccount account;

    BillDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(
                        account,
                        "/api/v5/account/bills",
                        READ,
                        5,
                        1,
                        USER,
                        (v, params) -> bills(v, params, BILLS_KEPT)),
                Route.look(
                        account,
                        "/api/v5/account/bills-archive",
                        READ,
                        5,
                        2,
                        USER,
                        (v, params) -> bills(v, params, ARCHIVED)),
                Route.get("/api/v5/account/subtypes", READ, 20, 2, USER, call -> BillTypes.told(call.params())));
    }

    /** Tells the bills not older than this, newest first. */
    private static Answer bills(Venue venue, Params params, Duration kept) {
        params.refuse("ctType");
        List<BillView> found = venue.bills().stream()
                .filter(bill -> bill.ts().isAfter(venue.now().minus(kept)))
                .filter(bill -> matches(params, "instType", type(venue, bill)))
                .filter(bill -> matches(params, "instId", bill.instId()))
                .filter(bill -> matches(params, "ccy", bill.ccy()))
                .filter(bill -> matches(
                        params,
                        "mgnMode",
                        bill.mgnMode() == null ? "" : bill.mgnMode().wire()))
                .filter(bill -> matches(params, "type", bill.type()))
                .filter(bill -> matches(params, "subType", bill.subType()))
                .toList();
        return Answer.rows(Page.of(params, found, BillView::billId, BillView::ts).stream()
                .map(bill -> BillRow.of(bill, type(venue, bill)).fields())
                .toList());
    }

    /** Returns the kind of instrument of a bill; empty when it is about the account. */
    private static String type(Venue venue, BillView bill) {
        InstrumentSpec spec = venue.instrument(bill.instId());
        return spec == null ? "" : spec.instType().name();
    }
}
