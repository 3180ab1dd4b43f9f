package dev.okx4j.client.stream;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.TradeApi;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The orders of an account as they are: pushed by OKX, and completed from REST after every interruption.
 *
 * <p>While {@link #standing()} is LIVE, every change and every fill since the first LIVE has been told once, in order, or a gap was
 * told. What was over before the tracker was opened is not part of the story. Live orders are compared with REST every 30 seconds, so
 * that a channel that has gone silent on a living connection is found out.
 *
 * <p>An order that is over can be asked for during a day, or until 20,000 more are over. This class is thread-safe.
 */
public final class OrderTracker implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final OrderUpkeep upkeep;
    private final Topic<Order> topic;
    private final Subscription<Order> tap;
    private final Timer.Ticking ticking;

    /**
     * Begins to keep track.
     *
     * @param topic all orders of the account
     * @param executor runs what blocks: reads of REST, and listeners
     * @param sighting hears which orders were pushed
     */
    OrderTracker(
            Source source,
            Topic<Order> topic,
            TradeApi trade,
            Clock clock,
            Executor executor,
            Timer timer,
            Sighting sighting) {
        this.topic = topic;
        this.upkeep = new OrderUpkeep(source, topic, new OrderReader(trade), clock, executor, sighting);
        this.tap = source.tap(topic, upkeep);
        this.ticking = timer.every(TICK, upkeep::tick);
    }

    /** Returns the live orders, in the order in which they were first heard of; what they are worth is what the standing says. */
    public List<Order> open() {
        return upkeep.open();
    }

    /**
     * Returns an order, live or over; null when the tracker has not heard of it or has forgotten it.
     *
     * @param id OKX's id of the order or the caller's own; of several orders that were given the same own id, the newest is meant
     */
    public @Nullable Order order(String instId, String id) {
        return upkeep.find(instId, id);
    }

    /** Returns how far what this tells can be believed at this moment. */
    public Standing standing() {
        return upkeep.standing();
    }

    /** Begins to tell a listener: first each live order, then the standing, then every change and every fill. */
    public Subscription<Order> subscribe(OrderListener listener) {
        return new Joined<>(topic, upkeep::standing, upkeep.join(listener));
    }

    /** Begins to tell a consumer every fill, and nothing else; subscribe a listener to hear of gaps as well. */
    public Subscription<Order> fills(Consumer<Fill> consumer) {
        return subscribe(new OrderListener() {
            @Override
            public void onFill(Fill fill) {
                consumer.accept(fill);
            }
        });
    }

    /** Ends the tracking; its listeners hear nothing more than what waits for them. */
    @Override
    public void close() {
        ticking.close();
        tap.close();
        upkeep.close();
    }
}
