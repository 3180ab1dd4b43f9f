package dev.okx4j.testing.prove.world;

import java.time.Duration;
import java.util.PriorityQueue;

/** Virtual time, and what is going to happen at which moment of it. */
final class Timeline {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long nanos;
    private long count;

    private record Event(long at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    long nanos() {
        return nanos;
    }

    long millis() {
        return nanos / 1_000_000;
    }

    int waiting() {
        return events.size();
    }

    /** Lets something happen after a while, when somebody waits that long. */
    void in(Duration after, Runnable what) {
        events.add(new Event(nanos + Math.max(0, after.toNanos()), count++, what));
    }

    /** Lets time jump: what was due meanwhile happens at the next opportunity. */
    void skip(Duration time) {
        nanos += Math.max(0, time.toNanos());
    }

    /** Lets time pass, and everything happen that is due meanwhile. */
    void pass(Duration time) {
        long end = nanos + Math.max(0, time.toNanos());
        for (Event next = events.peek(); next != null && next.at() <= end; next = events.peek()) {
            events.poll();
            nanos = Math.max(nanos, next.at());
            next.what().run();
        }
        nanos = Math.max(nanos, end);
    }
}
