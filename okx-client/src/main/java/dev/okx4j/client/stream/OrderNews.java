package dev.okx4j.client.stream;

import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was read and is to be told: a fill or an order.
 *
 * @param time when it came to be so, by OKX's clock
 */
record OrderNews(
        Instant time, @Nullable Fill fill, @Nullable Order order) {
    /** In the order in which it happened, and of what happened at once the fills first. */
    static final Comparator<OrderNews> IN_TIME =
            Comparator.comparing(OrderNews::time).thenComparing(news -> news.order != null);

    static OrderNews of(Fill fill) {
        Instant time = fill.fillTime();
        return new OrderNews(time == null ? fill.ts() : time, fill, null);
    }

    /** Returns the news of an order, which comes after the fills that it counts. */
    static OrderNews of(Order order, List<OrderNews> others) {
        Instant uTime = order.uTime();
        Instant time = uTime == null ? Instant.EPOCH : uTime;
        for (OrderNews other : others) {
            if (other.fill != null && other.fill.ordId().equals(order.ordId()) && other.time.isAfter(time)) {
                time = other.time;
            }
        }
        return new OrderNews(time, null, order);
    }

    void tell(OrderListener listener) {
        if (fill != null) {
            listener.onFill(fill);
        }
        if (order != null) {
            listener.onOrder(order);
        }
    }
}
