package dev.okx4j.client.trade;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;

/** Finds out from the order's state whether it was cancelled. */
final class CancelLookUp implements LookUp<OrderAck> {
    private static final String ALREADY_FILLED = "51402";

    @Override
    public Sight<OrderAck> look(Rest rest, WriteIntent intent) {
        Order order = SeenOrder.of(rest, intent);
        if (order == null) {
            return new Sight.Missing<>();
        }
        if (order.state() == OrderState.filled) {
            return new Sight.Decided<>(new Outcome.Rejected<>(
                    ALREADY_FILLED, "The order had already filled; nothing was cancelled.", null, intent.clOrdId()));
        }
        return order.state().isTerminal()
                ? new Sight.Decided<>(new Outcome.Confirmed<>(SeenOrder.ack(order), intent.clOrdId()))
                : new Sight.Pending<>();
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        return !Traces.hold(rest, intent);
    }
}
