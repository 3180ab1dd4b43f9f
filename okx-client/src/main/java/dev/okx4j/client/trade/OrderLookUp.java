package dev.okx4j.client.trade;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out from the order itself what became of a write to it. */
final class OrderLookUp {
    private OrderLookUp() {}

    static @Nullable Outcome<OrderAck> placed(Rest rest, WriteIntent intent) {
        Order order = read(rest, intent);
        return isTheOrder(order, intent) ? confirmed(order, intent) : null;
    }

    static @Nullable Outcome<OrderAck> cancelled(Rest rest, WriteIntent intent) {
        Order order = read(rest, intent);
        if (order.state() == OrderState.filled) {
            return new Outcome.Rejected<>("51402", "The order had already filled.", null, intent.clOrdId());
        }
        return order.state().isTerminal() ? confirmed(order, intent) : null;
    }

    private static Order read(Rest rest, WriteIntent intent) {
        Map<String, Object> request = intent.request();
        return rest.one(
                TradeApi.ORDER,
                Params.of("instId", request.get("instId"))
                        .and("ordId", request.get("ordId"))
                        .and("clOrdId", request.get("clOrdId")));
    }

    /** Returns whether the order is what was asked for, and not an older one that was given the same id. */
    private static boolean isTheOrder(Order order, WriteIntent intent) {
        PlaceOrderRequest asked = Json.fromTree(intent.request(), PlaceOrderRequest.class);
        return order.instId().equals(asked.instId())
                && order.side() == asked.side()
                && order.sz() != null
                && order.sz().compareTo(asked.sz()) == 0;
    }

    private static Outcome<OrderAck> confirmed(Order order, WriteIntent intent) {
        OrderAck ack = new OrderAck(
                order.ordId(),
                order.clOrdId(),
                order.tag(),
                order.cTime(),
                "0",
                "Seen by looking it up",
                null,
                null,
                null);
        return new Outcome.Confirmed<>(ack, intent.clOrdId());
    }
}
