package dev.okx4j.testing.streams;

import java.util.EnumSet;
import java.util.Set;

/** What a consumer of streams does, and which messages it lives by. */
enum StreamOperation {
    SUBSCRIBE_PUBLIC("subscribe-public", "op subscribe", "event subscribe") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofTicker(stage);
        }
    },
    SUBSCRIBE_BUSINESS("subscribe-business", "op subscribe", "event subscribe") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofCandle(stage);
        }
    },
    SUBSCRIBE_PRIVATE("subscribe-private", "op subscribe", "event subscribe") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    LOGIN("login", "op login", "event login") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    CONNECT("connect", "connect private", "") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    HEARTBEAT("heartbeat", "ping", "pong") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    PUSH_ORDER("push-order", "", "orders") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    PUSH_POSITION("push-position", "", "positions") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofHoldings(stage);
        }
    },
    PUSH_BOOK("push-book", "", "books") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofBook(stage);
        }
    },
    PLACE("ws-place", "op order", "reply order") {
        @Override
        StreamConsumer begin(Stage stage) {
            return new WatchedWrites(stage, WatchedWrites.Kind.PLACE);
        }
    },
    BATCH_PLACE("ws-batch-place", "op batch-orders", "reply batch-orders") {
        @Override
        StreamConsumer begin(Stage stage) {
            return new WatchedWrites(stage, WatchedWrites.Kind.BATCH);
        }
    },
    AMEND("ws-amend", "op amend-order", "reply amend-order") {
        @Override
        StreamConsumer begin(Stage stage) {
            return new WatchedWrites(stage, WatchedWrites.Kind.AMEND);
        }
    },
    CANCEL("ws-cancel", "op cancel-order", "reply cancel-order") {
        @Override
        StreamConsumer begin(Stage stage) {
            return new WatchedWrites(stage, WatchedWrites.Kind.CANCEL);
        }
    };

    private static final Set<StreamOperation> BEGINNINGS =
            EnumSet.of(SUBSCRIBE_PUBLIC, SUBSCRIBE_BUSINESS, SUBSCRIBE_PRIVATE, LOGIN, CONNECT);

    private final String title;
    private final String request;
    private final String answer;

    StreamOperation(String title, String request, String answer) {
        this.title = title;
        this.request = request;
        this.answer = answer;
    }

    /** Begins to consume. */
    abstract StreamConsumer begin(Stage stage);

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
