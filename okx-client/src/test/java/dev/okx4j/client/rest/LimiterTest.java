package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.rest.RateLimit.Scope;
import dev.okx4j.client.rest.RateLimit.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class LimiterTest {
    private static final RateLimit THREE_IN_TWO = new RateLimit(3, Duration.ofSeconds(2), Scope.IP, Unit.REQUESTS);
    private static final Limiter.Key KEY = new Limiter.Key("site", "ip", "GET /x", "");
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Limiter limiter = new Limiter();
    private final VirtualTime time = new VirtualTime();

    @Test
    void window_letsItsCountThroughAtOnceAndTheNextWhenTheFirstHasLeft() throws InterruptedException {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Duration wait = limiter.reserve(KEY, THREE_IN_TWO, 1, time.nanos(), LONG);
            waits.add(wait);
            time.sleep(wait);
        }
        assertThat(waits).extracting(Duration::toMillis).containsExactly(0L, 0L, 0L, 2000L, 0L, 0L, 2000L);
    }

    @Test
    void window_neverHoldsMoreThanItsCount_whateverTheArrivals() {
        long seed = 42;
        Random random = new Random(seed);
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            time.advance(Duration.ofMillis(random.nextInt(900)));
            Duration wait = limiter.reserve(KEY, THREE_IN_TWO, 1, time.nanos(), LONG);
            if (wait != null) {
                sent.add(time.nanos() + wait.toNanos());
            }
        }
        for (int i = 3; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 3))
                    .as("seed %d, call %d", seed, i)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());
        }
    }

    @Test
    void waitBeyondTheBudget_isRefusedAndTakesNoPermit() {
        for (int i = 0; i < 3; i++) {
            limiter.reserve(KEY, THREE_IN_TWO, 1, time.nanos(), LONG);
        }
        assertThat(limiter.reserve(KEY, THREE_IN_TWO, 1, time.nanos(), Duration.ofSeconds(1)))
                .isNull();
        assertThat(limiter.reserve(KEY, THREE_IN_TWO, 1, time.nanos(), Duration.ofSeconds(2)))
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void keys_haveWindowsOfTheirOwn() {
        for (int i = 0; i < 3; i++) {
            limiter.reserve(KEY, THREE_IN_TWO, 1, time.nanos(), LONG);
        }
        for (Limiter.Key other : List.of(
                new Limiter.Key("other", "ip", "GET /x", ""),
                new Limiter.Key("site", "key", "GET /x", ""),
                new Limiter.Key("site", "ip", "GET /y", ""),
                new Limiter.Key("site", "ip", "GET /x", "BTC-USDT"))) {
            assertThat(limiter.reserve(other, THREE_IN_TWO, 1, time.nanos(), LONG))
                    .isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void drained_windowIsFullForItsLength() {
        limiter.drain(KEY, THREE_IN_TWO, time.nanos());
        assertThat(limiter.reserve(KEY, THREE_IN_TWO, 1, time.nanos(), LONG)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void severalPermits_waitForTheLastOfThem() {
        limiter.reserve(KEY, THREE_IN_TWO, 2, time.nanos(), LONG);
        time.advance(Duration.ofMillis(500));
        assertThat(limiter.reserve(KEY, THREE_IN_TWO, 2, time.nanos(), LONG)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aLimitThatLetsNothingThrough_cannotBeMade() {
        assertThatThrownBy(() -> new RateLimit(0, Duration.ofSeconds(2), Scope.IP, Unit.REQUESTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threads_togetherTakeNoMoreThanTheWindowHolds() throws Exception {
        RateLimit hundred = new RateLimit(100, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                tasks.add(() -> limiter.reserve(KEY, hundred, 1, time.nanos(), Duration.ZERO) != null);
            }
            int passed = 0;
            for (Future<Boolean> task : pool.invokeAll(tasks)) {
                passed += task.get() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(100);
        } finally {
            pool.shutdownNow();
        }
    }
}
