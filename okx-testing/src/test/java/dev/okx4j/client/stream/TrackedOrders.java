package dev.okx4j.client.stream;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.trade.Order;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An order tracker without a network, for measuring: REST knows of nothing, and frames come from whoever measures. */
public final class TrackedOrders implements AutoCloseable {
    private static final byte[] NOTHING = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}".getBytes(StandardCharsets.UTF_8);

    private final Topic<Order> topic = Channels.ORDERS.of("ANY");
    private final OkxClient okx;
    private final OrderTracker tracker;
    private @Nullable Tap<Order> tap;
    private final AtomicLong told = new AtomicLong();

    public TrackedOrders() {
        okx = OkxClient.builder()
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                .limiter(new Limiter())
                .wire(request -> new WireResponse(200, Map.of("content-type", "application/json"), NOTHING))
                .build();
        Source source = new Source() {
            @Override
            @SuppressWarnings("unchecked") // the tracker taps orders and nothing else
            public <E> Subscription<E> tap(Topic<E> asked, Tap<E> hearing) {
                tap = (Tap<Order>) hearing;
                Standing live = new Standing(
                        Standing.State.LIVE, false, "measuring", Clock.system().now(), null);
                hearing.standing(live);
                return new Joined<>(asked, () -> live, () -> {});
            }

            @Override
            public void renew(Topic<?> asked, String reason) {}

            @Override
            public void reconnect(Topic<?> asked, String reason) {}
        };
        tracker = new OrderTracker(
                source,
                topic,
                okx.trade(),
                Clock.system(),
                Runnable::run,
                (period, task) -> () -> {},
                (ordId, clOrdId) -> {});
        tracker.subscribe(new OrderListener() {
            @Override
            public void onOrder(Order order) {
                told.incrementAndGet();
            }
        });
        if (tracker.standing().state() != Standing.State.LIVE) {
            throw new IllegalStateException("The tracker did not become live: " + tracker.standing());
        }
    }

    /** Decodes a frame of the orders channel. */
    public Update<Order> decode(String frame) {
        return topic.channel().decoder().decode(topic, frame);
    }

    /** Delivers a push to the tracker. */
    public void push(Update<Order> update) {
        Objects.requireNonNull(tap).update(update);
    }

    /** Returns how many changes of orders the listener has heard. */
    public long told() {
        return told.get();
    }

    @Override
    public void close() {
        tracker.close();
        okx.close();
    }
}
