package dev.okx4j.testing;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that moves only when somebody waits, and does on its way what was put off until then. For one thread. */
final class VirtualTime implements Clock, Waits, Later {
    private record Due(long nanos, int number, Runnable task) {}

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingInt(Due::number));
    private long nanos = -1_000; // a monotonic clock may be negative
    private int number;

    @Override
    public Instant now() {
        return Instant.parse("2026-08-17T00:00:00Z").plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long end = nanos + duration.toNanos();
        for (Due due = queue.peek(); due != null && due.nanos() <= end; due = queue.peek()) {
            queue.remove();
            nanos = due.nanos();
            due.task().run();
        }
        nanos = end;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        queue.add(new Due(nanos + delay.toNanos(), number++, task));
    }
}
