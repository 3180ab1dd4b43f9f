package dev.okx4j.client.trade;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Needed;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from the order itself what became of a write to it.
 */
final class OrderLookUp<A> implements LookUp<A> {
    static final LookUp<OrderAck> PLACED = new OrderLookUp<>(OrderJudge::placed);
    static final LookUp<OrderAck> CANCELLED = new OrderLookUp<>(OrderJudge::cancelled);
    static final LookUp<AmendAck> AMENDED = new OrderLookUp<>(OrderJudge::amended);
    static final LookUp<ClosePositionAck> CLOSED = new OrderLookUp<>(OrderJudge::closed);

    private static final String NO_SUCH_ORDER = "51603";

    private final BiFunction<Order, WriteIntent, Sight<A>> judge;

    /** A look-up that asks a judge what the order shows of the write; it is never asked about half an order. */
    private OrderLookUp(BiFunction<Order, WriteIntent, Sight<A>> judge) {
        this.judge = (order, intent) -> {
            Needed.of(
                    TradeApi.ORDER,
                    "instId, ordId, ordType, side and state",
                    order.instId(),
                    order.ordId(),
                    order.ordType(),
                    order.side(),
                    order.state());
            return judge.apply(order, intent);
        };
    }

    @Override
    public Sight<A> look(Rest rest, WriteIntent intent) {
        return judged(seen(rest, intent), intent);
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        Order order = seen(rest, intent);
        if (order != null) {
            return judge.apply(order, intent) instanceof Sight.Missing;
        }
        return EndedOrders.find(rest, intent) == null && !OrderFills.exist(rest, intent);
    }

    @Override
    public Sight<A> lookBack(Rest rest, WriteIntent intent) {
        return judged(EndedOrders.find(rest, intent), intent);
    }

    private Sight<A> judged(@Nullable Order order, WriteIntent intent) {
        return order == null ? new Sight.Missing<>() : judge.apply(order, intent);
    }

    private static @Nullable Order seen(Rest rest, WriteIntent intent) {
        Map<String, Object> request = intent.request();
        try {
            return rest.one(
                    TradeApi.ORDER,
                    Params.of("instId", request.get("instId"))
                            .and("ordId", request.get("ordId"))
                            .and("clOrdId", request.get("clOrdId")));
        } catch (OkxApiException e) {
            if (NO_SUCH_ORDER.equals(e.code())) {
                return null;
            }
            throw e;
        }
    }
}
