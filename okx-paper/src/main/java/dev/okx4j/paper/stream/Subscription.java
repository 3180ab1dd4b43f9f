package dev.okx4j.paper.stream;

/** One argument that one connection has subscribed to. Everything happens under the monitor of its account's stream. */
abstract class Subscription {
    final Connection connection;
    final Arg arg;
    private final AccountStream stream;

    Subscription(Connection connection, Arg arg, AccountStream stream) {
        this.connection = connection;
        this.arg = arg;
        this.stream = stream;
    }

    /** Begins to push, first what the client is to begin with; called once, right after the acknowledgement. */
    abstract void begin(Moment now);

    /** Ends to push. */
    abstract void end();

    /** Ends, on any thread. */
    final void close() {
        stream.end(this);
    }
}
