package dev.okx4j.mcp;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The requests in flight: each id once, each answered at most once, and never more of them than memory allows.
 *
 * <p>When the queue is full a call is refused and not queued: a client that hears "busy" knows that nothing was done,
 * while one that waits behind a full queue knows nothing until its own time-out.
 */
final class Calls {
    private final ConcurrentMap<Object, Call> inFlight = new ConcurrentHashMap<>();
    private final AtomicLong bytesHeld = new AtomicLong();
    private final long byteLimit;
    private final ThreadPoolExecutor pool;

    Calls(int threads, int waiting, long byteLimit) {
        this.byteLimit = byteLimit;
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, "mcp-call-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    private enum State {
        WAITING,
        RUNNING,
        ANSWERED,
        CANCELLED
    }

    private record Call(Object id, long bytes, AtomicReference<State> state) {
        Call(Object id, long bytes) {
            this(id, bytes, new AtomicReference<>(State.WAITING));
        }
    }

    /** What a request asks for, and what is to be said if it ends without having been answered. */
    interface Work {
        void run();

        void unanswered();
    }

    /** What became of a request that was offered. */
    enum Offer {
        TAKEN,
        ID_IN_FLIGHT,
        BUSY
    }

    /** Does the work now, on the caller's thread. */
    Offer run(Object id, Work work) {
        Call call = new Call(id, 0);
        if (inFlight.putIfAbsent(id, call) != null) {
            return Offer.ID_IN_FLIGHT;
        }
        runIfStillWanted(call, work);
        return Offer.TAKEN;
    }

    /** Does the work as soon as a thread is free, unless too many calls, or too many bytes, are waiting already. */
    Offer queue(Object id, long bytes, Work work) {
        Call call = new Call(id, bytes);
        if (inFlight.putIfAbsent(id, call) != null) {
            return Offer.ID_IN_FLIGHT;
        }
        long held = bytesHeld.addAndGet(bytes);
        try {
            if (held > byteLimit && held > bytes) {
                throw new RejectedExecutionException("too many bytes are waiting");
            }
            pool.execute(() -> runIfStillWanted(call, work));
            return Offer.TAKEN;
        } catch (RejectedExecutionException full) {
            forget(call);
            return Offer.BUSY;
        }
    }

    private void runIfStillWanted(Call call, Work work) {
        try {
            if (call.state.compareAndSet(State.WAITING, State.RUNNING)) {
                work.run();
            }
        } finally {
            // By the call and not by its id, which may be another call's by now.
            boolean unanswered = call.state.compareAndSet(State.RUNNING, State.ANSWERED);
            forget(call);
            if (unanswered) {
                work.unanswered();
            }
        }
    }

    private void forget(Call call) {
        inFlight.remove(call.id, call);
        bytesHeld.addAndGet(-call.bytes);
    }

    /**
     * Returns true to exactly one caller per request: the one that may write its answer. The id is free from then on, so
     * that a client which has read the answer never finds its own id still taken.
     */
    boolean mayAnswer(Object id) {
        Call call = inFlight.get(id);
        if (call == null || !call.state.compareAndSet(State.RUNNING, State.ANSWERED)) {
            return false;
        }
        inFlight.remove(id, call);
        return true;
    }

    boolean inFlight(Object id) {
        return inFlight.containsKey(id);
    }

    /** Drops a call that has not begun, unanswered as the protocol asks; one that has begun is finished and answered. */
    void cancel(Object id) {
        Call call = inFlight.get(id);
        if (call != null) {
            call.state.compareAndSet(State.WAITING, State.CANCELLED);
        }
    }

    /** Waits until every call taken so far has ended, and returns how many had not when the time was over. */
    int drain(Duration atMost) throws InterruptedException {
        pool.shutdown();
        boolean ended = pool.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? 0 : pool.getActiveCount() + pool.getQueue().size();
    }
}
