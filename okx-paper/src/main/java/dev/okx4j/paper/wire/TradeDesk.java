package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Scope.USER_AND_INSTRUMENT;

import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.OrderView;
import dev.okx4j.paper.venue.Reply;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Answers what places, amends and cancels orders, one or up to twenty at once.
 *
 * <p>A batch is refused as a whole, before anything has happened, when it is too long or an item lacks a parameter that it
 * needs. Everything else about an item is told in its own row, and each item is a command of its own.
 */
final class TradeDesk {
    /** Most items of a batch. */
    private static final int MOST = 20;

    private static final String ORDER = "/api/v5/trade/order";
    private static final String AMEND = "/api/v5/trade/amend-order";
    private static final String CANCEL = "/api/v5/trade/cancel-order";

    private final PaperAccount account;
    private final Counter counter;

    TradeDesk(PaperAccount account) {
        this.account = account;
        this.counter = new Counter(account);
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.post(ORDER, 60, 2, USER_AND_INSTRUMENT, this::place),
                Route.post(AMEND, 60, 2, USER_AND_INSTRUMENT, this::amend),
                Route.post(CANCEL, 60, 2, USER_AND_INSTRUMENT, this::cancel),
                batch("/api/v5/trade/batch-orders", ORDER, "51111", this::place),
                batch("/api/v5/trade/amend-batch-orders", AMEND, "51501", this::amend),
                batch("/api/v5/trade/cancel-batch-orders", CANCEL, "51406", this::cancel));
    }

    /** Returns the route of a batch, which is refused with a code when it is too long. */
    private static Route batch(String path, String single, String codeWhenTooLong, Function<Call, Answer> handler) {
        Function<Call, Answer> bounded = call -> {
            if (call.items().size() > MOST) {
                throw new RefusedException(codeWhenTooLong, "The number of orders exceeds " + MOST);
            }
            return handler.apply(call);
        };
        return Route.post(path, 300, 2, USER_AND_INSTRUMENT, bounded).ofArray(single);
    }

    private Answer place(Call call) {
        Counter.refuseExpired(call);
        Counter.needs(call, "tdMode", "side", "ordType", "sz");
        return counter.each(call, Fields.ORDER_PLACED, this::placeOne).withTimes();
    }

    private void placeOne(Row row, Params item) {
        row.set("clOrdId", item.clientId("clOrdId")).set("tag", item.tag());
        counter.answer(
                row,
                item,
                Reply.Placed.class,
                spec -> new Command.Place(Tickets.order(item, spec)),
                (told, placed) -> told.set("ordId", placed.ordId()));
    }

    /** Amends orders; of one that a batch names twice, the second amendment is refused with 51512. */
    private Answer amend(Call call) {
        Counter.refuseExpired(call);
        Counter.needs(call);
        Counter.needsOne("ordId", "clOrdId", call);
        Set<String> seen = new HashSet<>();
        return counter.each(call, Fields.ORDER_AMENDED, (row, item) -> amendOne(row, item, seen))
                .withTimes();
    }

    private void amendOne(Row row, Params item, Set<String> seen) {
        String ordId = item.whole("ordId");
        String clOrdId = item.clientId("clOrdId");
        row.set("ordId", ordId).set("clOrdId", clOrdId).set("reqId", item.clientId("reqId"));
        counter.answer(
                row,
                item,
                Reply.Amended.class,
                spec -> {
                    OrderView order = account.read(v -> v.order(spec.instId(), ordId, clOrdId));
                    if (order != null && !seen.add(order.ordId())) {
                        throw new RefusedException("51512", "The batch amends order " + order.ordId() + " twice");
                    }
                    return Tickets.amendment(item, spec);
                },
                (told, amended) -> {
                    told.set("ordId", amended.ordId()).set("clOrdId", amended.clOrdId());
                    if (amended.failure() != null) {
                        Counter.cancelledInstead(told, amended.failure());
                    }
                });
    }

    private Answer cancel(Call call) {
        Counter.needs(call);
        Counter.needsOne("ordId", "clOrdId", call);
        return counter.each(call, Fields.ORDER_CANCELLED, this::cancelOne).withTimes();
    }

    private void cancelOne(Row row, Params item) {
        String ordId = item.whole("ordId");
        String clOrdId = item.clientId("clOrdId");
        row.set("ordId", ordId).set("clOrdId", clOrdId);
        counter.answer(
                row,
                item,
                Reply.Cancelled.class,
                spec -> new Command.Cancel(spec.instId(), ordId, clOrdId),
                (told, cancelled) -> told.set("ordId", cancelled.ordId()).set("clOrdId", cancelled.clOrdId()));
    }
}
