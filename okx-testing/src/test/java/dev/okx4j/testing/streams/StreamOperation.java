package dev.okx4j.testing.streams;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** What a consumer of streams does, and which messages it lives by. */
enum StreamOperation {
    SUBSCRIBE_PUBLIC("subscribe-public", "op subscribe", "event subscribe", StreamConsumer::ofTicker),
    SUBSCRIBE_BUSINESS("subscribe-business", "op subscribe", "event subscribe", StreamConsumer::ofCandle),
    SUBSCRIBE_PRIVATE("subscribe-private", "op subscribe", "event subscribe", StreamConsumer::ofOrders),
    LOGIN("login", "op login", "event login", StreamConsumer::ofOrders),
    CONNECT("connect", "connect private", "", StreamConsumer::ofOrders),
    HEARTBEAT("heartbeat", "ping", "pong", StreamConsumer::ofOrders),
    PUSH_ORDER("push-order", "", "orders", StreamConsumer::ofOrders),
    PUSH_POSITION("push-position", "", "positions", StreamConsumer::ofHoldings),
    PUSH_BOOK("push-book", "", "books", StreamConsumer::ofBook),
    PLACE("ws-place", "op order", "reply order", stage -> new WatchedWrites(stage, WatchedWrites.Kind.PLACE)),
    BATCH_PLACE(
            "ws-batch-place",
            "op batch-orders",
            "reply batch-orders",
            stage -> new WatchedWrites(stage, WatchedWrites.Kind.BATCH)),
    AMEND(
            "ws-amend",
            "op amend-order",
            "reply amend-order",
            stage -> new WatchedWrites(stage, WatchedWrites.Kind.AMEND)),
    CANCEL(
            "ws-cancel",
            "op cancel-order",
            "reply cancel-order",
            stage -> new WatchedWrites(stage, WatchedWrites.Kind.CANCEL));

    private static final Set<StreamOperation> BEGINNINGS =
            EnumSet.of(SUBSCRIBE_PUBLIC, SUBSCRIBE_BUSINESS, SUBSCRIBE_PRIVATE, LOGIN, CONNECT);

    private final String title;
    private final String request;
    private final String answer;
    private final Function<Stage, StreamConsumer> consumer;

    StreamOperation(String title, String request, String answer, Function<Stage, StreamConsumer> consumer) {
        this.title = title;
        this.request = request;
        this.answer = answer;
        this.consumer = consumer;
    }

    /** Begins to consume. */
    StreamConsumer begin(Stage stage) {
        return consumer.apply(stage);
    }

    String title() {
        return title;
    }

    /** Returns the name of what the client sends for it; empty when it sends nothing. */
    String request() {
        return request;
    }

    /** Returns the name of what the exchange sends for it; empty when it sends nothing. */
    String answer() {
        return answer;
    }

    /** Returns whether it happens before anything is live, so that a fault must be in force before it. */
    boolean isBeginning() {
        return BEGINNINGS.contains(this);
    }
}
