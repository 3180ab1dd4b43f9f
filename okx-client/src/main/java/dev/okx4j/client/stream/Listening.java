package dev.okx4j.client.stream;

import java.util.function.Consumer;

/** A tap in its place. */
final class Listening<E> implements Subscription<E> {
    private final Feed<E> feed;
    private final Tap<E> tap;
    private final Consumer<Listening<E>> leave;
    private volatile boolean closed;

    Listening(Feed<E> feed, Tap<E> tap, Consumer<Listening<E>> leave) {
        this.feed = feed;
        this.tap = tap;
        this.leave = leave;
    }

    Feed<E> feed() {
        return feed;
    }

    boolean isClosed() {
        return closed;
    }

    void update(Update<E> update) {
        if (!closed) {
            tap.update(update);
        }
    }

    void standing(Standing standing) {
        if (!closed) {
            tap.standing(standing);
        }
    }

    @Override
    public Topic<E> topic() {
        return feed.topic();
    }

    @Override
    public Standing standing() {
        Standing now = feed.standing();
        return closed && now.state() != Standing.State.ENDED
                ? new Standing(Standing.State.ENDED, false, "closed", now.since(), null)
                : now;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        leave.accept(this);
    }
}
