package dev.okx4j.paper.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Market time running by itself, on a clock that moves when the test says so. */
@Timeout(60)
class PaceTest {
    private final Ticking ticking = new Ticking();
    private PaperAccount account = account();
    private Pace pace = new Pace(account, ticking, ticking);

    private static PaperAccount account() {
        try {
            return PaperAccount.inMemory(Scenario.named(Scenario.DEFAULT));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void anew() {
        account = account();
        pace = new Pace(account, ticking, ticking);
    }

    private Instant now() {
        return account.read(Venue::now);
    }

    @Test
    void speed_movesMarketTimeByAMultipleOfTheMachinesClock() throws Exception {
        Instant begin = now();
        assertThat(pace.speed()).isEqualTo("paused");
        pace.run(new BigDecimal("60"));
        assertThat(pace.speed()).isEqualTo("60");
        ticking.pass(Duration.ofSeconds(1));
        assertThat(now()).isEqualTo(begin.plusSeconds(60));
        ticking.pass(Duration.ofMillis(2500));
        assertThat(now()).isEqualTo(begin.plusSeconds(210));
        pace.pause();
        ticking.last(Duration.ofSeconds(9));
        assertThat(now()).isEqualTo(begin.plusSeconds(210));
        assertThat(pace.speed()).isEqualTo("paused");
    }

    @Test
    void jumpByHand_runsOnFromThere() throws Exception {
        Instant begin = now();
        pace.run(BigDecimal.ONE);
        ticking.pass(Duration.ofSeconds(5));
        account.apply(new Command.Advance(begin.plusSeconds(3600), false));
        ticking.pass(Duration.ofSeconds(2));
        ticking.pass(Duration.ofSeconds(3));
        assertThat(now()).isEqualTo(begin.plusSeconds(3603));
        pace.pause();
        ticking.last(Duration.ZERO);
    }

    @Test
    void asFastAsItGoes_reachesTheEndOfTheData_andTheThreadEnds() throws Exception {
        pace.runFast();
        while (!pace.speed().equals("paused")) {
            Thread.onSpinWait();
        }
        assertThat(now()).isEqualTo(account.scenario().end());
        assertThat(ticking.slept).isEmpty();
    }

    @Test
    void anotherSpeed_replacesTheFirst() throws Exception {
        Instant begin = now();
        pace.run(BigDecimal.ONE);
        ticking.pass(Duration.ofSeconds(1));
        pace.run(BigDecimal.TEN);
        ticking.awaken(Duration.ZERO);
        ticking.pass(Duration.ofSeconds(1));
        assertThat(now()).isEqualTo(begin.plusSeconds(11));
        pace.pause();
        ticking.last(Duration.ZERO);
    }

    @Test
    void closedAccount_endsTheRun() throws Exception {
        pace.run(BigDecimal.ONE);
        ticking.pass(Duration.ofSeconds(1));
        account.close();
        ticking.last(Duration.ofSeconds(1));
        while (!pace.speed().equals("paused")) {
            Thread.onSpinWait();
        }
        assertThat(account.isClosed()).isTrue();
    }

    @Test
    void speedsThatMakeNoSense_areRefused() {
        for (String factor : List.of("0", "-1", "1000001")) {
            assertThatThrownBy(() -> pace.run(new BigDecimal(factor))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A clock whose sleepers wake when the test lets time pass. */
    private static final class Ticking implements Clock, Waits {
        final List<Duration> slept = new CopyOnWriteArrayList<>();
        private final SynchronousQueue<CountDownLatch> asleep = new SynchronousQueue<>();
        private volatile long nanos;

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            slept.add(duration);
            CountDownLatch woken = new CountDownLatch(1);
            asleep.put(woken);
            woken.await();
        }

        /** Lets time pass for a sleeper, and returns once it has done its work and sleeps again. */
        void pass(Duration time) throws InterruptedException {
            CountDownLatch sleeper = asleep.take();
            nanos += time.toNanos();
            sleeper.countDown();
            CountDownLatch again = asleep.take();
            Thread waker = new Thread(() -> put(again));
            waker.setDaemon(true);
            waker.start();
        }

        /** Lets time pass for a sleeper that will not sleep again. */
        void last(Duration time) throws InterruptedException {
            awaken(time);
        }

        void awaken(Duration time) throws InterruptedException {
            nanos += time.toNanos();
            asleep.take().countDown();
        }

        private void put(CountDownLatch sleeper) {
            try {
                asleep.put(sleeper);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
