package dev.okx4j.client.stream;

import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets one consumer take what is in its inbox. */
final class Pull<E> implements Updates<E> {
    private final Inbox<E> inbox;
    private final Clock clock;
    private final Semaphore arrivals = new Semaphore(0);
    private final Subscription<E> subscription;
    private volatile Standing standing;

    Pull(Topic<E> topic, Source source, Counters counters, Clock clock, Consumer<String> overflow) {
        this.clock = clock;
        this.inbox = new Inbox<>(topic.channel(), counters, this::arrived, overflow);
        this.standing = new Standing(Standing.State.WAITING, false, "not acknowledged yet", clock.now(), null);
        this.subscription = source.tap(topic, inbox);
    }

    private void arrived() {
        if (arrivals.availablePermits() == 0) {
            arrivals.release();
        }
    }

    @Override
    @SuppressWarnings("unchecked") // an inbox of E holds updates of E
    public @Nullable Update<E> next(Duration atMost) throws InterruptedException {
        long end = clock.nanos() + atMost.toNanos();
        while (true) {
            Object next = inbox.poll();
            if (next instanceof Standing told) {
                standing = told;
                if (told.state() == Standing.State.ENDED) {
                    return null;
                }
            } else if (next != null) {
                return (Update<E>) next;
            } else if (standing.state() == Standing.State.ENDED
                    || !arrivals.tryAcquire(Math.max(0, end - clock.nanos()), TimeUnit.NANOSECONDS)) {
                return null;
            }
        }
    }

    @Override
    public Topic<E> topic() {
        return subscription.topic();
    }

    @Override
    public Standing standing() {
        return standing;
    }

    @Override
    public void close() {
        subscription.close();
        inbox.standing(new Standing(Standing.State.ENDED, false, "closed", clock.now(), null));
    }
}
