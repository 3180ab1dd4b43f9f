package dev.okx4j.client.stream;

import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    /** Returns the live orders, and of the rest what belongs to these orders, by their ids, and is over. */
    OrderReading only(Predicate<String> heardOf) {
        List<Order> over =
                ended.stream().filter(order -> heardOf.test(order.ordId())).toList();
        Set<String> theirs = over.stream().map(Order::ordId).collect(Collectors.toSet());
        return new OrderReading(
                pending,
                over,
                fills.stream().filter(fill -> theirs.contains(fill.ordId())).toList(),
                List.of(),
                null);
    }

    static OrderReading ofFills(List<Fill> fills) {
        return new OrderReading(List.of(), List.of(), fills, List.of(), null);
    }
}
