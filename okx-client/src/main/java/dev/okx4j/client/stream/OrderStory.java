package dev.okx4j.client.stream;

import dev.okx4j.client.stream.merge.OrderStatement;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What listeners are told of orders: of all that is heard, what is news, and how far it can be believed. */
final class OrderStory {
    private final OrderTable table;
    private final Story<OrderListener> story;
    private Standing told;

    OrderStory(Executor executor, OrderTable table, Standing first) {
        this.table = table;
        this.story = new Story<>(executor, () -> beginning(true));
        this.told = first;
    }

    /** Takes in a push, and tells what is news in it. */
    void push(OrderStatement statement, long now) {
        Fill fill = PushedFill.of(statement.row());
        if (fill != null && table.fill(fill, true)) {
            story.tell(listener -> listener.onFill(fill));
        }
        TrackedOrder changed = table.state(statement, true, now);
        Order order = changed == null ? null : changed.merged.order();
        if (order != null) {
            story.tell(listener -> listener.onOrder(order));
        }
    }

    /**
     * Takes in what was read, and tells what is news in it, in the order of OKX's times.
     *
     * @param channelOwes whether the channel should have pushed whatever is news
     */
    void learn(OrderReading reading, long heard, boolean channelOwes, long now) {
        List<OrderNews> news = new ArrayList<>();
        for (Fill fill : oldestFirst(reading.fills())) {
            if (table.fill(fill, false)) {
                news.add(OrderNews.of(fill));
            }
        }
        Set<TrackedOrder> changed = new LinkedHashSet<>();
        List<Order> rows = oldestFirst(reading.ended());
        rows.addAll(oldestFirst(reading.pending()));
        for (Order row : rows) {
            TrackedOrder order = table.state(new OrderStatement(row, heard), false, now);
            if (order != null) {
                changed.add(order);
                if (channelOwes) {
                    table.owes(order, row, now);
                }
            }
        }
        for (TrackedOrder order : changed) {
            Order row = order.merged.order();
            if (row != null) {
                news.add(OrderNews.of(row, news));
            }
        }
        news.sort(OrderNews.IN_TIME);
        news.forEach(one -> story.tell(one::tell));
    }

    private static <R> List<R> oldestFirst(List<R> newestFirst) {
        List<R> rows = new ArrayList<>(newestFirst);
        Collections.reverse(rows);
        return rows;
    }

    /** Tells a standing that is another one than was told last, and every gap. */
    void stand(Standing now) {
        if (now.state() != told.state() || now.gap()) {
            told = now;
            story.tell(listener -> listener.onStanding(now));
        }
    }

    /** Returns the standing that was told last. */
    Standing told() {
        return told;
    }

    /** Begins to tell a listener: the live orders, how far they can be believed, and then every change; returns what ends it. */
    Runnable join(OrderListener listener) {
        return story.join(listener, beginning(false));
    }

    private List<Consumer<OrderListener>> beginning(boolean afterGap) {
        List<Consumer<OrderListener>> words = new ArrayList<>();
        for (Order order : table.open()) {
            words.add(listener -> listener.onOrder(order));
        }
        Standing first = afterGap ? Story.afterOverflow(told) : told;
        words.add(listener -> listener.onStanding(first));
        return words;
    }
}
