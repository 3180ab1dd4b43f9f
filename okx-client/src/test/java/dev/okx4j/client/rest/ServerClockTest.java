package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.OkxIoException;
import dev.okx4j.client.error.RateLimitedException;
import dev.okx4j.client.fixture.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ServerClockTest {
    private final VirtualTime time = new VirtualTime();
    private final Deque<ServerClock.Source> script = new ArrayDeque<>();
    private final List<Duration> asked = new ArrayList<>();
    private Duration serverAhead = Duration.ofSeconds(7);
    private Duration there = Duration.ofMillis(20);
    private Duration back = Duration.ofMillis(20);
    private final ServerClock clock = new ServerClock(time, this::read);

    private Instant read(Duration within) {
        asked.add(within);
        ServerClock.Source scripted = script.poll();
        return scripted != null ? scripted.read(within) : travel(there, back, serverAhead);
    }

    /** Returns what the server shows after the way there, and lets the way back pass. */
    private Instant travel(Duration thereTakes, Duration backTakes, Duration ahead) {
        time.advance(thereTakes);
        Instant shown = truth(ahead);
        time.advance(backTakes);
        return Instant.ofEpochMilli(shown.toEpochMilli());
    }

    private Instant truth(Duration ahead) {
        return VirtualTime.START.plusNanos(time.nanos() - 1).plus(ahead);
    }

    private Duration error() {
        return Duration.between(truth(serverAhead), clock.now()).abs();
    }

    private void isAskedTooOften() {
        script.add(within -> {
            throw new RateLimitedException("Too Many Requests", "50011", null, null, null);
        });
    }

    private void fails() {
        script.add(within -> {
            throw new OkxIoException("no answer", null, new IOException());
        });
    }

    @Test
    void unmeasured_isTheMachinesOwnTime() {
        time.setWallAhead(Duration.ofHours(2));
        assertThat(clock.now()).isEqualTo(time.now());
        assertThat(clock.uncertainty()).isNull();
        assertThat(asked).isEmpty();
    }

    @Test
    void firstWrite_measuresFiveTimes_andTheNextDoesNot() {
        assertThat(clock.forWriting()).isNull();
        assertThat(asked).hasSize(5);
        assertThat(error()).isLessThanOrEqualTo(Duration.ofMillis(1));
        assertThat(clock.uncertainty()).isBetween(Duration.ofMillis(21), Duration.ofMillis(22));
        assertThat(clock.forWriting()).isNull();
        assertThat(asked).hasSize(5);
    }

    @Test
    void firstWrite_whenOthersHereHaveAskedTooOften_asksOnceMore() {
        isAskedTooOften();
        assertThat(clock.forWriting()).isNull();
        assertThat(error()).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    @Test
    void firstWrite_askedTooOftenTwice_saysSo() {
        isAskedTooOften();
        isAskedTooOften();
        assertThat(clock.forWriting()).contains("could not be read").contains("Too Many Requests");
        assertThat(asked).hasSize(2);
    }

    @Test
    void shortestRoundTrip_isTaken() {
        script.add(within -> travel(Duration.ofMillis(300), Duration.ofMillis(10), serverAhead));
        script.add(within -> travel(Duration.ofMillis(4), Duration.ofMillis(4), serverAhead));
        script.add(within -> travel(Duration.ofMillis(10), Duration.ofMillis(400), serverAhead));
        assertThat(clock.measure()).isTrue();
        assertThat(clock.uncertainty()).isLessThan(Duration.ofMillis(6));
        assertThat(error()).isLessThanOrEqualTo(Duration.ofMillis(2));
    }

    @Test
    void error_isAtMostHalfTheBestRoundTrip_whateverTheWays() {
        long seed = 5;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            serverAhead = Duration.ofMillis(random.nextInt(7_200_000) - 3_600_000);
            long best = Long.MAX_VALUE;
            for (int sample = 0; sample < 5; sample++) {
                Duration out = Duration.ofMillis(random.nextInt(250));
                Duration home = Duration.ofMillis(random.nextInt(250));
                best = Math.min(best, out.plus(home).toMillis());
                Duration ahead = serverAhead;
                script.add(within -> travel(out, home, ahead));
            }
            ServerClock fresh = new ServerClock(time, this::read);
            assertThat(fresh.measure()).as("seed %d, run %d", seed, i).isTrue();
            assertThat(Duration.between(truth(serverAhead), fresh.now()).abs())
                    .as("seed %d, run %d", seed, i)
                    .isLessThanOrEqualTo(Duration.ofMillis(best / 2 + 2));
        }
    }

    @Test
    void wallClock_thatIsSet_movesNothing() {
        clock.measure();
        time.setWallAhead(Duration.ofHours(1));
        assertThat(error()).isLessThanOrEqualTo(Duration.ofMillis(1));
        time.setWallAhead(Duration.ofHours(-1));
        assertThat(error()).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    @Test
    void jump_ofMoreThanASecond_isMeasuredBeforeTheNextWrite() {
        clock.forWriting();
        time.setWallAhead(Duration.ofMillis(1000));
        clock.forWriting();
        assertThat(asked).hasSize(5);
        time.setWallAhead(Duration.ofMillis(1002));
        assertThat(clock.forWriting()).isNull();
        assertThat(asked).hasSize(10);
        time.setWallAhead(Duration.ofMillis(-100));
        assertThat(clock.forWriting()).isNull();
        assertThat(asked).hasSize(15);
        clock.forWriting();
        assertThat(asked).hasSize(15);
    }

    @Test
    void jump_thatCannotBeMeasured_refusesWrites() {
        clock.forWriting();
        time.setWallAhead(Duration.ofMinutes(5));
        fails();
        assertThat(clock.forWriting()).contains("OKX's clock could not be read").contains("no answer");
        // For ten seconds nobody asks again.
        time.advance(Duration.ofMillis(9_999));
        assertThat(clock.forWriting()).isNotNull();
        assertThat(asked).hasSize(6);
        time.advance(Duration.ofMillis(1));
        assertThat(clock.forWriting()).isNull();
        assertThat(asked).hasSize(11);
    }

    @Test
    void reading_isRefreshedEveryTenMinutes() {
        clock.forWriting();
        // The reading was taken in the middle of the first of five round trips of 40 ms.
        time.advance(Duration.ofMinutes(10).minusMillis(181));
        clock.forWriting();
        assertThat(asked).hasSize(5);
        time.advance(Duration.ofMillis(1));
        clock.forWriting();
        assertThat(asked).hasSize(10);
    }

    @Test
    void refreshThatFails_goesOnWithWhatIsKnown_untilThatIsTooOld() {
        clock.forWriting();
        time.advance(Duration.ofMinutes(11));
        fails();
        assertThat(clock.forWriting()).isNull();
        assertThat(asked).hasSize(6);
        // 5 s at one second in a thousand, less the 21 ms of the reading itself.
        time.advance(Duration.ofMillis(4_979_000 - 660_180));
        for (int i = 0; i < 2; i++) {
            fails();
        }
        assertThat(clock.forWriting()).isNull();
        time.advance(Duration.ofSeconds(11));
        assertThat(clock.forWriting()).startsWith("OKX's clock is known to 50").contains("5 s");
        time.advance(Duration.ofSeconds(11));
        assertThat(clock.forWriting()).isNull();
    }

    @Test
    void unreadable_fromTheStart_refusesWrites() {
        fails();
        assertThat(clock.forWriting()).contains("no answer");
        assertThat(clock.now()).isEqualTo(time.now());
    }

    @Test
    void manyFirstWrites_areOneMeasurement() throws InterruptedException {
        List<Thread> others = new ArrayList<>();
        script.add(within -> {
            for (int i = 0; i < 8; i++) {
                others.add(new Thread(clock::forWriting));
            }
            others.forEach(Thread::start);
            // Each has found that a measurement is due, and waits for this one.
            while (!others.stream().allMatch(other -> other.getState() == Thread.State.BLOCKED)) {
                Thread.onSpinWait();
            }
            return travel(there, back, serverAhead);
        });
        assertThat(clock.forWriting()).isNull();
        for (Thread other : others) {
            other.join();
        }
        assertThat(asked).hasSize(5);
    }

    @Test
    void failure_afterTwoReadings_keepsThem() {
        script.add(within -> travel(there, back, serverAhead));
        script.add(within -> travel(Duration.ofMillis(4), Duration.ofMillis(4), serverAhead));
        fails();
        assertThat(clock.measure()).isTrue();
        assertThat(asked).hasSize(3);
        assertThat(clock.uncertainty()).isLessThan(Duration.ofMillis(6));
    }

    @Test
    void failure_afterTwoReadingsThatContradictEachOther_keepsNone() {
        script.add(within -> travel(there, back, serverAhead));
        script.add(within -> travel(there, back, serverAhead.plusMillis(45)));
        fails();
        assertThat(clock.measure()).isFalse();
    }

    @Test
    void wrongTime_isCorrectedOnceForAllThatWereSignedBefore() {
        long signed = time.nanos();
        assertThat(clock.correct(signed)).isTrue();
        assertThat(clock.correct(signed)).isTrue();
        assertThat(clock.correct(time.nanos() - 1)).isTrue();
        assertThat(asked).hasSize(5);
        assertThat(clock.correct(time.nanos())).isTrue();
        assertThat(asked).hasSize(10);
    }

    @Test
    void wrongTime_thatCouldNotBeCorrected_isTriedOnceForAllThatWereSignedBefore() {
        clock.measure();
        long signed = time.nanos();
        time.advance(Duration.ofMillis(1));
        fails();
        assertThat(clock.correct(signed)).isFalse();
        assertThat(clock.correct(signed)).isFalse();
        assertThat(asked).hasSize(6);
        assertThat(clock.correct(time.nanos())).isTrue();
        assertThat(asked).hasSize(11);
    }

    @Test
    void failure_betweenReadings_keepsNone() {
        script.add(within -> travel(there, back, serverAhead));
        fails();
        assertThat(clock.measure()).isFalse();
        assertThat(clock.uncertainty()).isNull();
    }

    @Test
    void slowReadings_endAfterThreeSeconds() {
        there = Duration.ofMillis(900);
        back = Duration.ofMillis(300);
        assertThat(clock.measure()).isTrue();
        assertThat(asked).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(1800), Duration.ofMillis(600));
        assertThat(clock.uncertainty()).isBetween(Duration.ofMillis(600), Duration.ofMillis(605));
        assertThat(error()).isLessThanOrEqualTo(Duration.ofMillis(601));
    }

    @Test
    void readingsThatExactlyFillTheTime_areEnough() {
        there = Duration.ofMillis(1500);
        back = Duration.ofMillis(1500);
        assertThat(clock.measure()).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void cachedTime_contradictsItselfAndIsNotTakenOver() {
        Instant cached = truth(serverAhead);
        for (int i = 0; i < 5; i++) {
            script.add(within -> {
                time.advance(Duration.ofMillis(40));
                return cached;
            });
        }
        assertThat(clock.forWriting()).contains("contradict each other").contains("in its place");
        assertThat(clock.uncertainty()).isNull();
    }

    @Test
    void oneReadingThatIsOff_spoilsTheMeasurement() {
        for (int i = 0; i < 4; i++) {
            script.add(within -> travel(there, back, serverAhead));
        }
        script.add(within -> travel(there, back, serverAhead.plusMillis(45)));
        assertThat(clock.measure()).isFalse();
        for (int i = 0; i < 4; i++) {
            script.add(within -> travel(there, back, serverAhead));
        }
        script.add(within -> travel(there, back, serverAhead.plusMillis(42)));
        assertThat(clock.measure()).isTrue();
    }

    @Test
    void change_ofMoreThanADay_isNotTakenOver() {
        serverAhead = Duration.ofHours(24).plusMillis(2);
        assertThat(clock.forWriting()).contains("24 hours away").contains("set this machine's clock");
        time.advance(Duration.ofSeconds(10));
        serverAhead = Duration.ofHours(24).minusMillis(2);
        assertThat(clock.forWriting()).isNull();
        serverAhead = Duration.ofHours(48);
        assertThat(clock.measure()).isFalse();
        // What was known stays known, and the failure does not stop writes while it is good enough.
        assertThat(clock.forWriting()).isNull();
        serverAhead = Duration.ofHours(-2);
        assertThat(clock.measure()).isFalse();
        serverAhead = Duration.ofHours(47);
        assertThat(clock.measure()).isTrue();
    }

    @Test
    void change_ofExactlyADay_isTakenOver() {
        there = Duration.ZERO;
        back = Duration.ZERO;
        serverAhead = Duration.ofHours(24);
        assertThat(clock.measure()).isTrue();
        serverAhead = Duration.ofHours(48).plusMillis(1);
        assertThat(clock.measure()).isFalse();
    }

    @Test
    void source_thatThrowsAnythingOfOurs_isAFailure() {
        script.add(within -> {
            throw new OkxException("shut", null, null, null, null, null);
        });
        assertThat(clock.measure()).isFalse();
    }
}
