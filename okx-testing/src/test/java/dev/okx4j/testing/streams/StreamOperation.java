package dev.okx4j.testing.streams;

/** What a consumer of streams does, and which messages it lives by. */
enum StreamOperation {
    SUBSCRIBE_PUBLIC("subscribe-public", "op subscribe", "event subscribe", "public") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofTicker(stage);
        }
    },
    SUBSCRIBE_BUSINESS("subscribe-business", "op subscribe", "event subscribe", "business") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofCandle(stage);
        }
    },
    SUBSCRIBE_PRIVATE("subscribe-private", "op subscribe", "event subscribe", "private") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    LOGIN("login", "op login", "event login", "private") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    CONNECT("connect", "connect private", "", "private") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    HEARTBEAT("heartbeat", "ping", "pong", "private") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    PUSH_ORDER("push-order", "", "orders", "private") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofOrders(stage);
        }
    },
    PUSH_POSITION("push-position", "", "positions", "private") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofHoldings(stage);
        }
    },
    PUSH_BOOK("push-book", "", "books", "public") {
        @Override
        StreamConsumer begin(Stage stage) {
            return StreamConsumer.ofBook(stage);
        }
    };

    private final String title;
    private final String request;
    private final String answer;
    private final String address;

    StreamOperation(String title, String request, String answer, String address) {
        this.title = title;
        this.request = request;
        this.answer = answer;
        this.address = address;
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

    String address() {
        return address;
    }

    /** Returns whether it happens before anything is live, so that a fault must be in force before it. */
    boolean isBeginning() {
        return this != PUSH_ORDER && this != PUSH_BOOK && this != PUSH_POSITION && this != HEARTBEAT;
    }
}
