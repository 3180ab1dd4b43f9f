package dev.okx4j.client.trade;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Finds out by its client id whether an order was taken. */
final class PlaceLookUp implements LookUp<OrderAck> {
    @Override
    public Sight<OrderAck> look(Rest rest, WriteIntent intent) {
        Order order = SeenOrder.of(rest, intent);
        if (order == null) {
            return new Sight.Missing<>();
        }
        return isTheOrder(order, Json.fromTree(intent.request(), PlaceOrderRequest.class))
                ? new Sight.Decided<>(new Outcome.Confirmed<>(SeenOrder.ack(order), intent.clOrdId()))
                : new Sight.Pending<>();
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        return !Traces.hold(rest, intent);
    }

    /** Returns whether the order is what was asked for, and not another one that was given the same id. */
    private static boolean isTheOrder(Order order, PlaceOrderRequest asked) {
        return order.instId().equals(asked.instId())
                && order.side() == asked.side()
                && order.ordType() == asked.ordType()
                && same(order.sz(), asked.sz())
                && (asked.px() == null || "1".equals(asked.pxAmendType()) || same(order.px(), asked.px()));
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) == 0;
    }
}
