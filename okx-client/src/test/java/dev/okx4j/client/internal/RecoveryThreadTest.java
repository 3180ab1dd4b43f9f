package dev.okx4j.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class RecoveryThreadTest {
    private final RecoveryThread thread = new RecoveryThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger left = new AtomicInteger();
    private volatile Thread ran;

    private void work() {
        ran = Thread.currentThread();
        if (left.decrementAndGet() <= 0) {
            done.countDown();
        }
    }

    private void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void thread_isADaemonThatWorksUntilNothingIsLeft_andIsStartedAnewForMore() throws InterruptedException {
        left.set(3);
        thread.wake(this::work, () -> left.get() <= 0);
        await(done);
        Thread first = ran;
        assertThat(first.isDaemon()).isTrue();
        assertThat(first.getName()).isEqualTo("okx4j-recovery");
        first.join(20_000);
        assertThat(first.isAlive()).isFalse();
        left.set(1);
        CountDownLatch again = new CountDownLatch(1);
        thread.wake(
                () -> {
                    work();
                    again.countDown();
                },
                () -> left.get() <= 0);
        await(again);
        assertThat(ran).isNotSameAs(first);
    }

    @Test
    void thread_withNothingToDo_isNotStarted() {
        thread.wake(this::work, () -> true);
        assertThat(ran).isNull();
    }

    @Test
    void thread_isOneAtATime() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        left.set(1);
        RecoveryThread.Work work = () -> {
            runs.incrementAndGet();
            began.countDown();
            hold.await();
            work();
        };
        thread.wake(work, () -> left.get() <= 0);
        await(began);
        thread.wake(work, () -> left.get() <= 0);
        hold.countDown();
        await(done);
        ran.join(20_000);
        assertThat(runs).hasValue(1);
    }

    @Test
    void close_interruptsTheThread_andStartsNoOther() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        left.set(1);
        thread.wake(
                () -> {
                    ran = Thread.currentThread();
                    began.countDown();
                    new CountDownLatch(1).await();
                },
                () -> false);
        await(began);
        thread.close();
        ran.join(20_000);
        assertThat(ran.isAlive()).isFalse();
        ran = null;
        thread.wake(this::work, () -> false);
        assertThat(ran).isNull();
    }

    @Test
    void work_thatFails_endsTheThread_andTheNextWakeStartsAnother() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        thread.wake(
                () -> {
                    ran = Thread.currentThread();
                    ran.setUncaughtExceptionHandler((t, e) -> {});
                    began.countDown();
                    throw new IllegalStateException("bug");
                },
                () -> false);
        await(began);
        ran.join(20_000);
        left.set(1);
        thread.wake(this::work, () -> left.get() <= 0);
        await(done);
    }
}
