package dev.okx4j.client.stream;

import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What REST said of an account's orders.
 *
 * @param pending the orders that are live
 * @param ended orders that are over
 * @param fills fills
 * @param unknown the ids of orders that were taken to be live and that OKX does not know
 * @param gap why something may be missing from it; null when it is complete
 */
record OrderReading(
        List<Order> pending,
        List<Order> ended,
        List<Fill> fills,
        List<String> unknown,
        @Nullable String gap) {
    static OrderReading ofOrders(List<Order> pending) {
        return new OrderReading(pending, List.of(), List.of(), List.of(), null);
    }

    static OrderReading ofFills(List<Fill> fills) {
        return new OrderReading(List.of(), List.of(), fills, List.of(), null);
    }
}
