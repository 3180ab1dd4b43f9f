package dev.okx4j.client.stream;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells that something has changed: to who waits for it, and to listeners, which hear of many changes at once if they are slow. */
final class Signals {
    private static final int TOO_OFTEN = 100;

    private final Executor executor;
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> next = new AtomicReference<>();
    private final List<Heard> listeners = new CopyOnWriteArrayList<>();

    Signals(Executor executor) {
        this.executor = executor;
    }

    /** Tells everybody; costs next to nothing when nobody is there. */
    void signal() {
        if (next.get() != null) {
            CompletableFuture<Boolean> waiting = next.getAndSet(null);
            if (waiting != null) {
                waiting.complete(true);
            }
        }
        for (Heard listener : listeners) {
            listener.signal();
        }
    }

    /** Returns what the next signal completes. Look whether it has happened already after this returns, then wait. */
    CompletableFuture<Boolean> next() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        while (true) {
            CompletableFuture<Boolean> other = next.get();
            if (other != null) {
                return other;
            }
            if (next.compareAndSet(null, mine)) {
                return mine;
            }
        }
    }

    /** Waits for a signal, at most so long. */
    static void await(CompletableFuture<Boolean> next, long time, TimeUnit unit) throws InterruptedException {
        try {
            next.get(time, unit);
        } catch (TimeoutException e) {
            return; // the caller looks what there is
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells a listener now and from now on.
     *
     * @return what ends it
     */
    Runnable listen(Runnable listener) {
        Heard heard = new Heard(listener);
        listeners.add(heard);
        heard.signal();
        return heard::end;
    }

    /** One listener: at most one call is under way or queued. */
    private final class Heard implements Runnable {
        private final Runnable listener;
        private final AtomicInteger signals = new AtomicInteger();
        /** Touched by one call after another, which the counter orders. */
        private int thrown;

        private volatile boolean closed;

        Heard(Runnable listener) {
            this.listener = listener;
        }

        void signal() {
            if (signals.getAndIncrement() == 0) {
                executor.execute(this);
            }
        }

        void end() {
            closed = true;
            listeners.remove(this);
        }

        @Override
        public void run() {
            int seen = signals.get();
            try {
                if (!closed) {
                    listener.run();
                }
                thrown = 0;
            } catch (RuntimeException e) {
                if (++thrown == TOO_OFTEN) {
                    end();
                }
            } finally {
                if (signals.addAndGet(-seen) != 0) {
                    executor.execute(this);
                }
            }
        }
    }
}
