package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.TradeView;
import dev.okx4j.paper.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers the public tape: the recorded trades as far as market time has reached, and the account's own. */
final class TapeDesk {
    /** Most trades of the latest ones. */
    private static final int MOST = 500;
    /** How far the history goes back. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final PaperAccount account;

    TapeDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/market/trades", PUBLIC, 100, 2, IP, this::latest),
                Route.look(account, "/api/v5/market/history-trades", PUBLIC, 20, 2, IP, this::history));
    }

    /** Tells the latest trades, newest first. */
    private Answer latest(Venue venue, Params params) {
        int limit = params.limit(Page.MOST, MOST);
        return rows(Page.newest(trades(venue, params), limit));
    }

    /** Tells a page of the trades: by their ids, or by their time, which cannot be paged towards the present. */
    private Answer history(Venue venue, Params params) {
        List<TradeView> trades = trades(venue, params);
        Instant oldest = venue.now().minus(KEPT);
        List<TradeView> kept =
                trades.stream().filter(trade -> trade.ts().isAfter(oldest)).toList();
        String type = params.optional("type");
        if (type == null || type.equals("1")) {
            return rows(Page.of(params, kept, TradeView::tradeId, TradeView::ts));
        }
        if (!type.equals("2")) {
            throw RefusedException.bad("type");
        }
        if (params.has("before")) {
            throw new RefusedException("50039", "Parameter before can't be used when paging by timestamp");
        }
        return rows(Page.byTime(params, kept, TradeView::ts));
    }

    private List<TradeView> trades(Venue venue, Params params) {
        params.text("instId");
        InstrumentSpec spec = new Listing(account.scenario(), venue).named(params);
        return venue.trades(spec.instId());
    }

    private static Answer rows(List<TradeView> trades) {
        List<Map<String, Object>> rows =
                trades.stream().map(trade -> TradeRow.of(trade).fields()).toList();
        return Answer.rows(rows);
    }
}
