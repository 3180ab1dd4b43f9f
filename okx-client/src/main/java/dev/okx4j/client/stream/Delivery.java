package dev.okx4j.client.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls one listener with what is in its inbox, one call at a time, on threads where it may block. */
final class Delivery<E> {
    /** How many calls in a row may throw. */
    static final int TOO_OFTEN = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final StreamListener<E> listener;
    private final Inbox<E> inbox;
    private final Executor executor;
    private final Counters counters;
    private final Runnable unsubscribe;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ReentrantLock calling = new ReentrantLock();
    private boolean closed;
    private int thrown;

    /**
     * @param overflow see {@link Inbox}
     * @param unsubscribe ends the subscription of a listener that only throws
     */
    Delivery(
            Topic<E> topic,
            StreamListener<E> listener,
            Executor executor,
            Counters counters,
            java.util.function.Consumer<String> overflow,
            Runnable unsubscribe) {
        this.listener = listener;
        this.inbox = new Inbox<>(topic.channel(), counters, this::see, overflow);
        this.executor = executor;
        this.counters = counters;
        this.unsubscribe = unsubscribe;
    }

    Tap<E> tap() {
        return inbox;
    }

    private void see() {
        if (running.compareAndSet(false, true)) {
            try {
                executor.execute(this::run);
            } catch (RejectedExecutionException e) {
                running.set(false); // the client is being closed
            }
        }
    }

    private void run() {
        do {
            for (Object next = inbox.poll(); next != null; next = inbox.poll()) {
                deliver(next);
            }
            running.set(false);
        } while (!inbox.isEmpty() && running.compareAndSet(false, true));
    }

    @SuppressWarnings("unchecked") // an inbox of E holds updates of E
    private void deliver(Object next) {
        calling.lock();
        try {
            if (closed) {
                return;
            }
            if (next instanceof Standing standing) {
                listener.onStanding(standing);
            } else {
                listener.onUpdate((Update<E>) next);
            }
            thrown = 0;
        } catch (RuntimeException e) {
            thrown(e);
        } finally {
            calling.unlock();
        }
    }

    private void thrown(RuntimeException e) {
        counters.listenerFailures.increment();
        thrown++;
        if (thrown == 1) {
            LOG.warn("A stream's listener threw; it is called with what comes next", e);
        } else if (thrown == TOO_OFTEN) {
            LOG.error("A stream's listener threw {} times in a row and is unsubscribed", TOO_OFTEN);
            unsubscribe.run();
        }
    }

    /** Ends the calls. A call that is under way on another thread is waited for. */
    void close() {
        calling.lock();
        try {
            closed = true;
        } finally {
            calling.unlock();
        }
    }
}
