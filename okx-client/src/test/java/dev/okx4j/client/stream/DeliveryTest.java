package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.stream.event.Trade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class DeliveryTest {
    private final Counters counters = new Counters();
    private final AtomicInteger unsubscribed = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    private Delivery<Trade> delivery(StreamListener<Trade> listener, Executor executor) {
        return new Delivery<>(Says.TRADES, listener, executor, counters, reason -> {}, unsubscribed::incrementAndGet);
    }

    private static void push(Delivery<Trade> delivery, int id) {
        delivery.tap().update(InboxTest.update(Says.TRADES, Says.trade(id)));
    }

    @Test
    void d23_calls_areOneAtATimeAndInOrder_fromWhateverThreads() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        List<String> heard = new ArrayList<>(); // no lock: the calls must be ordered by themselves
        CountDownLatch done = new CountDownLatch(5_000);
        Delivery<Trade> delivery = delivery(
                update -> {
                    heard.add(update.rows().get(0).tradeId());
                    done.countDown();
                },
                threads);
        for (int i = 0; i < 5_000; i++) {
            push(delivery, i);
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 5_000; i++) {
            assertThat(heard.get(i)).isEqualTo("" + i);
        }
    }

    @Test
    void d23_oneThatThrowsAHundredTimesInARow_isUnsubscribed() {
        Delivery<Trade> delivery = delivery(
                update -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("of the test");
                },
                Runnable::run);
        for (int i = 0; i < 99; i++) {
            push(delivery, i);
        }
        assertThat(unsubscribed).hasValue(0);
        push(delivery, 99);
        assertThat(unsubscribed).hasValue(1);
        assertThat(calls).hasValue(100);
        assertThat(counters.listenerFailures.sum()).isEqualTo(100);
    }

    @Test
    void d23_oneThatThrowsNowAndThen_isKept() {
        Delivery<Trade> delivery = delivery(
                update -> {
                    if (calls.incrementAndGet() % 100 != 0) {
                        throw new IllegalStateException("of the test");
                    }
                },
                Runnable::run);
        for (int i = 0; i < 1_000; i++) {
            push(delivery, i);
        }
        assertThat(calls).hasValue(1_000);
        assertThat(unsubscribed).hasValue(0);
    }

    @Test
    void d23_anError_doesNotEndTheCalls() {
        Delivery<Trade> delivery = delivery(
                update -> {
                    calls.incrementAndGet();
                    throw new AssertionError("of the test");
                },
                Runnable::run);
        push(delivery, 1);
        push(delivery, 2);
        assertThat(calls).hasValue(2);
    }

    @Test
    void close_nothingIsDeliveredAfterIt_notEvenWhatWaits() {
        List<Runnable> tasks = new ArrayList<>();
        Notes<Trade> notes = new Notes<>(Says.ID);
        Delivery<Trade> delivery = delivery(notes, tasks::add);
        push(delivery, 1);
        delivery.close();
        tasks.forEach(Runnable::run);
        push(delivery, 2);
        tasks.forEach(Runnable::run);
        assertThat(notes.heard).isEmpty();
    }

    @Test
    void close_waitsForTheCallThatIsUnderWay_andMayComeFromItself() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newCachedThreadPool();
        Delivery<Trade> delivery = delivery(
                update -> {
                    inside.countDown();
                    try {
                        leave.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    order.add("called");
                },
                threads);
        push(delivery, 1);
        inside.await();
        Thread closing = new Thread(() -> {
            delivery.close();
            order.add("closed");
        });
        closing.start();
        leave.countDown();
        closing.join(30_000);
        threads.shutdown();
        assertThat(order).containsExactly("called", "closed");

        List<Delivery<Trade>> self = new ArrayList<>();
        self.add(delivery(update -> self.get(0).close(), Runnable::run));
        push(self.get(0), 1);
    }

    @Test
    void anExecutorThatIsShutDown_isNoFailureOfTheConnection() {
        Delivery<Trade> delivery = delivery(update -> {}, task -> {
            throw new RejectedExecutionException();
        });
        push(delivery, 1);
        push(delivery, 2);
        assertThat(counters.listenerFailures.sum()).isZero();
    }
}
