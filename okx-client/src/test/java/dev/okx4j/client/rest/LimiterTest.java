package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.TurnTime;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.rest.Limiter.Claim;
import dev.okx4j.client.rest.Limiter.Key;
import dev.okx4j.client.rest.Limiter.Permit;
import dev.okx4j.client.rest.RateLimit.Scope;
import dev.okx4j.client.rest.RateLimit.Unit;
import dev.okx4j.client.seam.Entropy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class LimiterTest {
    private static final RateLimit THREE_IN_TWO = new RateLimit(3, Duration.ofSeconds(2), Scope.IP, Unit.REQUESTS);
    private static final RateLimit TEN_IN_TWO = new RateLimit(10, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS);
    private static final RateLimit ONE_IN_TWO = new RateLimit(1, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS);
    private static final RateLimit HUNDRED_IN_TWO =
            new RateLimit(100, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS);
    private static final Key KEY = new Key("site", "ip", "GET /x", "");
    private static final Duration LONG = Duration.ofSeconds(600);

    private final Limiter limiter = new Limiter();
    private final VirtualTime time = new VirtualTime();

    private boolean pass(Key key, RateLimit limit, int permits, Duration budget) throws InterruptedException {
        return limiter.acquire(List.of(new Claim(key, limit, permits)), Priority.READ, time, time, budget) != null;
    }

    private boolean pass() throws InterruptedException {
        return pass(KEY, THREE_IN_TWO, 1, LONG);
    }

    /** Returns how many milliseconds a call waits. */
    private long wait(Key key, RateLimit limit, int permits) throws InterruptedException {
        long start = time.nanos();
        assertThat(pass(key, limit, permits, LONG)).isTrue();
        return Duration.ofNanos(time.nanos() - start).toMillis();
    }

    @Test
    void window_letsItsCountThroughAtOnce_andTheNextOneByOneWhenTheFirstHasLeft() throws InterruptedException {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            waits.add(wait(KEY, THREE_IN_TWO, 1));
        }
        assertThat(waits).containsExactly(0L, 0L, 0L, 2100L, 350L, 350L, 1400L);
    }

    @Test
    void window_neverHoldsMoreThanItsCount_whateverTheArrivals() throws InterruptedException {
        long seed = 42;
        Random random = new Random(seed);
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            time.advance(Duration.ofMillis(random.nextInt(900)));
            if (pass(KEY, THREE_IN_TWO, 1, Duration.ofMillis(random.nextInt(3000)))) {
                sent.add(time.nanos());
            }
        }
        assertThat(sent).hasSizeGreaterThan(1000);
        for (int i = 3; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 3))
                    .as("seed %d, call %d", seed, i)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(2100).toNanos());
        }
    }

    @Test
    void waitBeyondTheBudget_isRefusedAtOnceAndTakesNoPermit() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            pass();
        }
        assertThat(pass(KEY, THREE_IN_TWO, 1, Duration.ofMillis(2099))).isFalse();
        assertThat(time.sleeps()).isEmpty();
        assertThat(pass(KEY, THREE_IN_TWO, 1, Duration.ofMillis(2100))).isTrue();
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(2100));
    }

    @Test
    void sharedLimiter_isOneForTheProcess() {
        assertThat(Limiter.shared()).isNotNull().isSameAs(Limiter.shared());
    }

    @Test
    void keys_haveWindowsOfTheirOwn() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            pass();
        }
        for (Key other : List.of(
                new Key("other", "ip", "GET /x", ""),
                new Key("site", "key", "GET /x", ""),
                new Key("site", "ip", "GET /y", ""),
                new Key("site", "ip", "GET /x", "BTC-USDT"))) {
            assertThat(wait(other, THREE_IN_TWO, 1)).isZero();
        }
    }

    @Test
    void severalPermits_waitForTheLastOfThem() throws InterruptedException {
        pass(KEY, THREE_IN_TWO, 2, LONG);
        time.advance(Duration.ofMillis(500));
        assertThat(wait(KEY, THREE_IN_TWO, 2)).isEqualTo(1600);
        // The third permit of the window went a moment ago, together with the one before it.
        assertThat(wait(KEY, THREE_IN_TWO, 2)).isEqualTo(2100);
    }

    @Test
    void morePermitsThanTheWindowHolds_takeItWhole() throws InterruptedException {
        assertThat(wait(KEY, THREE_IN_TWO, 7)).isZero();
        assertThat(wait(KEY, THREE_IN_TWO, 1)).isEqualTo(2100);
    }

    @Test
    void severalClaims_waitForAllAndTakeFromAll() throws InterruptedException {
        Key other = new Key("site", "ip", "GET /y", "");
        List<Claim> both = List.of(new Claim(KEY, THREE_IN_TWO, 1), new Claim(other, TEN_IN_TWO, 4));
        for (int i = 0; i < 2; i++) {
            assertThat(limiter.acquire(both, Priority.READ, time, time, Duration.ZERO))
                    .isNotNull();
        }
        assertThat(limiter.acquire(both, Priority.READ, time, time, Duration.ofSeconds(1)))
                .isNull();
        // The refused call has taken nothing from the window that had room.
        assertThat(wait(KEY, THREE_IN_TWO, 1)).isZero();
        assertThat(wait(other, TEN_IN_TWO, 2)).isZero();
        assertThat(wait(other, TEN_IN_TWO, 1)).isEqualTo(2100);
    }

    @Test
    void waiting_isFirstComeFirstServedAmongEquals() throws InterruptedException {
        TurnTime turns = new TurnTime();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 40; i++) {
            int number = i;
            turns.start(Duration.ofMillis(i), () -> {
                assertThat(acquire(turns, THREE_IN_TWO, Priority.READ, LONG)).isTrue();
                order.add(number);
            });
        }
        turns.run();
        assertThat(order).isSorted().hasSize(40);
        // 3 at once, and 3 more with each of 13 further windows, the last of which lets the 40th through.
        assertThat(Duration.ofNanos(turns.nanos()).toMillis()).isBetween(13 * 2100L, 13 * 2100L + 5);
    }

    @Test
    void cancels_passBeforeNewExposureBeforeReads() throws InterruptedException {
        TurnTime turns = new TurnTime();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        turns.start(Duration.ZERO, () -> acquire(turns, ONE_IN_TWO, Priority.READ, LONG));
        int at = 1;
        for (Priority priority : List.of(Priority.READ, Priority.READ, Priority.EXPOSURE, Priority.RELIEF)) {
            for (int i = 0; i < 2; i++) {
                String name = priority + "@" + at;
                turns.start(Duration.ofMillis(at++), () -> {
                    assertThat(acquire(turns, ONE_IN_TWO, priority, LONG)).isTrue();
                    order.add(name);
                });
            }
        }
        turns.run();
        assertThat(order)
                .containsExactly(
                        "RELIEF@7", "RELIEF@8", "EXPOSURE@5", "EXPOSURE@6", "READ@1", "READ@2", "READ@3", "READ@4");
        assertThat(Duration.ofNanos(turns.nanos() - 1).toMillis()).isEqualTo(8 * 2100);
    }

    @Test
    void waitingReader_givesWayToACancelAndGivesUpWhenItsTimeIsOver() throws InterruptedException {
        TurnTime turns = new TurnTime();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 3; i++) {
            turns.start(Duration.ofMillis(i * 500), () -> acquire(turns, THREE_IN_TWO, Priority.READ, LONG));
        }
        turns.start(Duration.ofMillis(1500), () -> {
            boolean passed = acquire(turns, THREE_IN_TWO, Priority.READ, Duration.ofSeconds(1));
            order.add("read " + passed + " " + Duration.ofNanos(turns.nanos()).toMillis());
        });
        turns.start(Duration.ofMillis(1600), () -> {
            boolean passed = acquire(turns, THREE_IN_TWO, Priority.RELIEF, LONG);
            order.add("cancel " + passed + " " + Duration.ofNanos(turns.nanos()).toMillis());
        });
        turns.run();
        // The first place is free at 2.1 s and goes to the cancel; the next one, at 2.6 s, comes too late for the
        // reader.
        assertThat(order).containsExactlyInAnyOrder("cancel true 2100", "read false 2100");
    }

    @Test
    void interruptedWaiter_leavesTheQueue() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            pass();
        }
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::pass).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        time.advance(Duration.ofMillis(3150));
        for (int i = 0; i < 3; i++) {
            assertThat(wait(KEY, THREE_IN_TWO, 1)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2100, 3100",
        "2, 2100, 4100",
        "3, 2100, 6100",
        "4, 2100, 10100",
        "5, 2100, 18100",
        "6, 2100, 22100",
        "9, 2100, 22100"
    })
    void complaints_drainTheWindowAndPauseLongerWhileTheyRepeat(int complaints, long least, long most)
            throws InterruptedException {
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int seed = 0; seed < 200; seed++) {
            Limiter fresh = new Limiter();
            Entropy entropy = Entropy.seeded(seed);
            for (int i = 1; i < complaints; i++) {
                fresh.complaint(KEY, HUNDRED_IN_TWO, entropy, time.nanos());
                fresh.acquire(List.of(new Claim(KEY, HUNDRED_IN_TWO, 1)), Priority.READ, time, time, LONG);
            }
            fresh.complaint(KEY, HUNDRED_IN_TWO, entropy, time.nanos());
            long start = time.nanos();
            fresh.acquire(List.of(new Claim(KEY, HUNDRED_IN_TWO, 1)), Priority.RELIEF, time, time, LONG);
            long wait = Duration.ofNanos(time.nanos() - start).toMillis();
            shortest = Math.min(shortest, wait);
            longest = Math.max(longest, wait);
            assertThat(wait).as("seed %d", seed).isBetween(least, most);
        }
        // Full jitter: the pauses fill the span.
        assertThat(shortest).isLessThan(least + (most - least) / 10);
        assertThat(longest).isGreaterThan(most - (most - least) / 10);
    }

    @Test
    void complaints_ofOneFlight_countOnce() throws InterruptedException {
        Entropy zero = bytes -> {};
        for (int i = 0; i < 10; i++) {
            limiter.complaint(KEY, TEN_IN_TWO, zero, time.nanos());
        }
        assertThat(wait(KEY, TEN_IN_TWO, 1)).isEqualTo(2100);
        // That one finds out. A quarter of ten remains, which is two.
        assertThat(atOnce(TEN_IN_TWO)).isZero();
        time.advance(Duration.ofMillis(2 * 2100));
        assertThat(atOnce(TEN_IN_TWO)).isEqualTo(2);
    }

    @Test
    void share_thatComplaintsTook_comesBackWithCalmWindows() throws InterruptedException {
        Entropy zero = bytes -> {};
        limiter.complaint(KEY, TEN_IN_TWO, zero, time.nanos());
        time.advance(Duration.ofMillis(2100));
        assertThat(atOnce(TEN_IN_TWO)).isEqualTo(1);
        time.advance(Duration.ofMillis(2100 * 15));
        assertThat(atOnce(TEN_IN_TWO)).isEqualTo(3);
        time.advance(Duration.ofMillis(2100 * 17));
        assertThat(atOnce(TEN_IN_TWO)).isEqualTo(5);
        time.advance(Duration.ofMillis(2100 * 23));
        assertThat(atOnce(TEN_IN_TWO)).isEqualTo(10);
        time.advance(Duration.ofHours(1));
        assertThat(atOnce(TEN_IN_TWO)).isEqualTo(10);
    }

    @Test
    void repeatedComplaints_leaveACallInTwoWindows() throws InterruptedException {
        Entropy zero = bytes -> {};
        for (int i = 0; i < 12; i++) {
            limiter.complaint(KEY, TEN_IN_TWO, zero, time.nanos());
            time.advance(Duration.ofMillis(2100));
        }
        assertThat(wait(KEY, TEN_IN_TWO, 1)).isZero();
        assertThat(wait(KEY, TEN_IN_TWO, 1)).isBetween(3_000L, 4_200L);
    }

    @Test
    void complaint_afterALongCalm_beginsAnew() throws InterruptedException {
        Entropy most = bytes -> bytes[7] = (byte) 0xFF;
        for (int i = 0; i < 6; i++) {
            limiter.complaint(KEY, TEN_IN_TWO, most, time.nanos());
            time.advance(Duration.ofSeconds(22));
        }
        time.advance(Duration.ofMinutes(3));
        limiter.complaint(KEY, TEN_IN_TWO, Entropy.seeded(1), time.nanos());
        assertThat(wait(KEY, TEN_IN_TWO, 1)).isBetween(2100L, 3100L);
    }

    @Test
    void manyWindows_areForgottenWhenIdle() throws InterruptedException {
        for (int i = 0; i < 3 * Limiter.MANY; i++) {
            pass(new Key("site", "ip", "GET /x", "I" + i), THREE_IN_TWO, 3, LONG);
            time.advance(Duration.ofSeconds(30).dividedBy(Limiter.MANY));
        }
        assertThat(limiter.windows()).isBetween(1, Limiter.MANY);
        // The newest are still known.
        Key newest = new Key("site", "ip", "GET /x", "I" + (3 * Limiter.MANY - 1));
        assertThat(pass(newest, THREE_IN_TWO, 1, Duration.ZERO)).isFalse();
    }

    @Test
    void call_countsFromItsAnswerOn() throws InterruptedException {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            permits.add(limiter.acquire(
                    List.of(new Claim(KEY, THREE_IN_TWO, 1)), Priority.READ, time, time, Duration.ZERO));
            time.advance(Duration.ofMillis(100));
        }
        // The first answer comes last: its call may have arrived at any time until then.
        limiter.arrived(permits.get(1), time.nanos());
        time.advance(Duration.ofMillis(400));
        limiter.arrived(permits.get(2), time.nanos());
        time.advance(Duration.ofMillis(400));
        limiter.arrived(permits.get(0), time.nanos());
        assertThat(wait(KEY, THREE_IN_TWO, 1)).isEqualTo(300 + 2100 - 1100);
        assertThat(wait(KEY, THREE_IN_TWO, 1)).isEqualTo(400);
        assertThat(wait(KEY, THREE_IN_TWO, 1)).isEqualTo(400);
    }

    @Test
    void answer_toACallThatHasLeftTheWindow_changesNothing() throws InterruptedException {
        Permit permit =
                limiter.acquire(List.of(new Claim(KEY, THREE_IN_TWO, 2)), Priority.READ, time, time, Duration.ZERO);
        time.advance(Duration.ofSeconds(4));
        for (int i = 0; i < 3; i++) {
            assertThat(wait(KEY, THREE_IN_TWO, 1)).isZero();
        }
        time.advance(Duration.ofSeconds(2));
        limiter.arrived(permit, time.nanos());
        assertThat(wait(KEY, THREE_IN_TWO, 3)).isEqualTo(100);
    }

    @Test
    void answer_toABatch_countsAllOfIt() throws InterruptedException {
        Permit permit =
                limiter.acquire(List.of(new Claim(KEY, THREE_IN_TWO, 2)), Priority.READ, time, time, Duration.ZERO);
        time.advance(Duration.ofMillis(500));
        limiter.arrived(permit, time.nanos());
        assertThat(wait(KEY, THREE_IN_TWO, 1)).isZero();
        assertThat(wait(KEY, THREE_IN_TWO, 3)).isEqualTo(2100);
        time.advance(Duration.ofSeconds(3));
        assertThat(wait(KEY, THREE_IN_TWO, 3)).isZero();
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
                tasks.add(() -> pass(KEY, hundred, 1, Duration.ZERO));
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

    /** Returns how many calls go without waiting. */
    private int atOnce(RateLimit limit) throws InterruptedException {
        int passed = 0;
        while (pass(KEY, limit, 1, Duration.ZERO)) {
            passed++;
        }
        return passed;
    }

    private boolean acquire(TurnTime turns, RateLimit limit, Priority priority, Duration budget)
            throws InterruptedException {
        return limiter.acquire(List.of(new Claim(KEY, limit, 1)), priority, turns, turns, budget) != null;
    }
}
