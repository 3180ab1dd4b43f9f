package dev.okx4j.client.stream;

import dev.okx4j.client.account.AccountApi;
import dev.okx4j.client.publicdata.PublicDataApi;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.trade.TradeApi;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OKX's WebSocket channels: subscriptions, and the books, orders and balances that are kept up to date from them.
 *
 * <p>Connections are opened when there is something to carry, kept alive, and opened anew when they fail; what every consumer holds
 * is current, or it has been told by a {@link Standing} that it is not. Close what these methods return when it is not needed any
 * longer. This class is thread-safe.
 */
public final class Streams implements AutoCloseable {
    private final Pulse pulse = new Pulse();
    private final ExecutorService threads = Threads.executor();
    private final StreamSetup setup;
    private final Switchboard switchboard;
    private final InstrumentCodes instruments;

    /** Makes the streams of a client; applications get them from {@code OkxClient.stream()}. */
    public Streams(StreamSetup setup) {
        this.setup = setup;
        ConnectPace pace = setup.ownTime() ? new ConnectPace() : ConnectPace.shared();
        this.switchboard = new Switchboard(setup, pace, pulse, threads);
        this.instruments = new InstrumentCodes(new PublicDataApi(setup.rest()));
    }

    /**
     * Begins to tell a listener of a topic: first the standing, then every push, in order.
     *
     * @throws IllegalStateException if the channel needs a key and the client has none, or the client is closed
     */
    public <E> Subscription<E> subscribe(Topic<E> topic, StreamListener<E> listener) {
        AtomicReference<@Nullable Subscription<E>> subscribed = new AtomicReference<>();
        Delivery<E> delivery = new Delivery<>(
                topic, listener, threads, switchboard.counters(), overflow(topic), () -> close(subscribed.get()));
        Subscription<E> told = new Told<>(switchboard.tap(topic, delivery.tap()), delivery);
        subscribed.set(told);
        return told;
    }

    private static void close(@Nullable Subscription<?> subscription) {
        if (subscription != null) {
            subscription.close();
        }
    }

    /** Begins to gather a topic's updates, for the caller to take. */
    public <E> Updates<E> subscribe(Topic<E> topic) {
        return new Pull<>(topic, switchboard, switchboard.counters(), setup.clock(), overflow(topic));
    }

    /** Begins to keep the newest rows of a topic, for readers who look now and then. */
    public <E> Watch<E> watch(Topic<E> topic) {
        return new Watch<>(topic, switchboard, setup.clock());
    }

    /** Begins to keep the order book of an instrument, 400 prices a side. */
    public OrderBook book(String instId) {
        return book(instId, Depth.BOOKS);
    }

    /** Begins to keep the order book of an instrument. */
    public OrderBook book(String instId, Depth depth) {
        PreOpen preOpen = new PreOpen(instId, instruments::lookUp, setup.clock(), threads);
        return new OrderBook(switchboard, instId, depth, setup.clock(), threads, preOpen);
    }

    /** Begins to keep track of all orders of the account, and of their fills. */
    public OrderTracker orders() {
        return new OrderTracker(
                switchboard,
                Channels.ORDERS.of(Params.of("instType", "ANY")),
                new TradeApi(setup.rest()),
                setup.clock(),
                threads,
                pulse,
                setup.sighting()::accept);
    }

    /** Begins to keep track of the account's balances and positions. */
    public AccountTracker account() {
        return new AccountTracker(
                switchboard, AccountTopics.all(), new AccountApi(setup.rest()), setup.clock(), threads, pulse);
    }

    /**
     * Returns a wire that takes operations on orders to the private connection, and everything else where the given one leads. The
     * connection is opened at once. Applications choose it with {@code OkxClientBuilder.orderRoute}.
     */
    public Wire orderWire(Wire http) {
        switchboard.prepareOrders();
        return new OrderWire(http, switchboard.orders(), instruments);
    }

    /** Returns what has happened so far. */
    public StreamStats stats() {
        Counters counted = switchboard.counters();
        return new StreamStats(
                switchboard.size(),
                switchboard.topics(),
                counted.reconnects.sum(),
                counted.handovers.sum(),
                counted.frames.sum(),
                counted.unknown.sum(),
                counted.undecodable.sum(),
                counted.conflated.sum(),
                counted.overflows.sum(),
                counted.listenerFailures.sum());
    }

    /** Ends all subscriptions, each with a last standing, and lets go of the connections. */
    @Override
    public void close() {
        switchboard.close();
        threads.shutdown();
    }

    /** Returns where updates come from. */
    Source source() {
        return switchboard;
    }

    /** Returns what is done when a consumer of a topic has fallen so far behind that something had to be left out. */
    private Consumer<String> overflow(Topic<?> topic) {
        return topic.channel().login()
                ? reason -> switchboard.reconnect(topic, reason)
                : reason -> switchboard.renew(topic, reason);
    }

    /** The subscription of a listener. */
    private record Told<E>(Subscription<E> tapped, Delivery<E> delivery) implements Subscription<E> {
        @Override
        public Topic<E> topic() {
            return tapped.topic();
        }

        @Override
        public Standing standing() {
            return tapped.standing();
        }

        @Override
        public void close() {
            tapped.close();
            delivery.close();
        }
    }
}
