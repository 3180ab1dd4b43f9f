package dev.okx4j.testing.streams;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.client.stream.Streams;
import dev.okx4j.client.stream.Topic;
import dev.okx4j.client.trade.Order;
import dev.okx4j.paper.PaperExchange;
import dev.okx4j.testing.StreamRule;
import java.io.Closeable;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The client against the paper exchange, over sockets on which streams go wrong, in a time that both share. */
final class Stage implements Closeable {
    static final String BTC = StreamWorld.BTC;
    static final Topic<Order> ORDERS = Channels.ORDERS.of("ANY");

    final Fast time;
    final StreamWorld world;
    final OkxClient client;

    /** Opens one whose time runs so many times as fast as ours. */
    Stage(int factor) {
        time = new Fast(factor);
        world = StreamWorld.open(PaperExchange.builder().waits(time), time, true);
        client = world.clientBuilder().clock(time).waits(time).build();
    }

    Streams stream() {
        return client.stream();
    }

    StreamRule on(String message) {
        return world.on(message);
    }

    <E> Heard<E> hear(Topic<E> topic) {
        Heard<E> heard = new Heard<>();
        stream().subscribe(topic, heard);
        return heard;
    }

    /** Lets every market move, and everything be pushed that it changes. */
    void move() {
        world.run(Duration.ofMinutes(1));
    }

    /** Moves the market until something holds. */
    void moveUntil(String what, BooleanSupplier condition) {
        for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) {
            move();
            time.pass(Duration.ofMillis(20L * 10));
        }
        Until.holds(what, condition);
    }

    /** Returns how long a time of this stage is in ours, for faults that wait in ours. */
    Duration real(Duration time) {
        return time.dividedBy(this.time.factor());
    }

    /** Waits until a book is one that can be believed. */
    static BookView fresh(OrderBook book) {
        Until.holds(
                () -> "a fresh book, but it is " + book.now(), () -> !book.now().stale());
        return book.now();
    }

    @Override
    public void close() {
        client.close();
        world.close();
    }
}
