package dev.okx4j.paper.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one connection. Whoever puts a frame in is never held up: when the client is slow, newer market
 * data take the place of older ones, and when even the rest is too much, the connection is given up.
 *
 * <p>This class is threadsafe.
 */
final class Outbox {
    /** From how many waiting frames on a newer one replaces an older one of the same slot. */
    static final int LAGGING = 256;
    /** How many waiting frames are too many: some 40 megabytes of orders. */
    static final int MOST = 32_768;

    private final Transport transport;
    private final Map<Long, Frame> waiting = new LinkedHashMap<>();
    private final Map<Object, Long> lastOfSlot = new HashMap<>();
    private long numbers;
    private boolean writing;
    private boolean full;
    private @Nullable Runnable last;
    private final CountDownLatch end = new CountDownLatch(1);

    Outbox(Transport transport) {
        this.transport = transport;
    }

    /** Takes a frame in; when there is no room for it, what waits is given up as well. */
    void offer(Frame frame) {
        synchronized (this) {
            if (last != null || full) {
                return;
            }
            if (waiting.size() >= MOST) {
                full = true;
                waiting.clear();
                lastOfSlot.clear();
                return;
            }
            put(frame);
        }
        wake();
    }

    /** Returns whether so much was left unread that the connection cannot go on. */
    synchronized boolean isFull() {
        return full;
    }

    private void put(Frame frame) {
        Object slot = frame.slot();
        Long before = slot == null || waiting.size() < LAGGING ? null : lastOfSlot.get(slot);
        if (before != null) {
            waiting.computeIfPresent(before, (number, earlier) -> earlier.followedBy(frame));
            return;
        }
        long number = numbers++;
        waiting.put(number, frame);
        if (slot != null) {
            lastOfSlot.put(slot, number);
        }
    }

    /** Writes what waits, then closes; what is offered later is dropped. */
    void close(int code, String reason) {
        synchronized (this) {
            if (last != null) {
                return;
            }
            last = () -> {
                transport.close(code, reason);
                ended();
            };
        }
        wake();
    }

    /** Tells that nothing more will be written. */
    void ended() {
        end.countDown();
    }

    /** Waits until nothing more will be written, or patience is over. */
    void awaitEnd(Duration patience) {
        try {
            end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        synchronized (this) {
            if (writing) {
                return;
            }
            writing = true;
        }
        transport.execute(this::write);
    }

    private void write() {
        for (Frame next = take(); next != null; next = take()) {
            Sending sending = new Sending();
            transport.send(next.text(), sending);
            if (!sending.isOver()) {
                return;
            }
        }
    }

    private synchronized @Nullable Frame take() {
        Iterator<Map.Entry<Long, Frame>> first = waiting.entrySet().iterator();
        if (!first.hasNext()) {
            writing = false;
            if (last != null) {
                writing = true;
                transport.execute(last);
            }
            return null;
        }
        Map.Entry<Long, Frame> entry = first.next();
        first.remove();
        Object slot = entry.getValue().slot();
        if (slot != null) {
            lastOfSlot.remove(slot, entry.getKey());
        }
        return entry.getValue();
    }

    /** One frame on its way: whoever comes second, the transport or the one who asked it, goes on with the next. */
    private final class Sending implements Runnable {
        private final AtomicInteger arrived = new AtomicInteger();

        @Override
        public void run() {
            if (arrived.incrementAndGet() == 2) {
                write();
            }
        }

        boolean isOver() {
            return arrived.incrementAndGet() == 2;
        }
    }
}
