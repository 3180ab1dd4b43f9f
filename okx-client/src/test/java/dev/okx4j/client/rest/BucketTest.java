package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.rest.Bucket.Waiter;
import dev.okx4j.client.rest.RateLimit.Scope;
import dev.okx4j.client.rest.RateLimit.Unit;
import dev.okx4j.client.seam.Entropy;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The edges of a window, to the nanosecond. */
@NullUnmarked
class BucketTest {
    private static final long MILLI = 1_000_000;
    private static final long LENGTH = 2_100 * MILLI;
    private static final long CALM = 20_000 * MILLI;
    private static final long NOW = 77;

    private final Bucket bucket = new Bucket(new RateLimit(3, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS), NOW);

    private long turn(long now) {
        Waiter waiter = new Waiter(Priority.READ, 1, 1);
        bucket.join(waiter);
        long turn = bucket.turn(waiter, 1, now);
        bucket.leave(waiter);
        return turn - now;
    }

    /** Returns a source whose next number is this one. */
    private static Entropy always(long number) {
        return bytes -> ByteBuffer.wrap(bytes).putLong(number);
    }

    @Test
    void unused_isIdle() {
        assertThat(bucket.isIdle(NOW)).isTrue();
    }

    @Test
    void used_isIdleWhenTheNewestCallHasLeft() {
        bucket.take(1, NOW);
        bucket.take(1, NOW + 5);
        assertThat(bucket.isIdle(NOW + 5 + LENGTH - 1)).isFalse();
        assertThat(bucket.isIdle(NOW + 5 + LENGTH)).isTrue();
    }

    @Test
    void waitedFor_isNotIdle() {
        Waiter waiter = new Waiter(Priority.READ, 1, 1);
        bucket.join(waiter);
        assertThat(bucket.isIdle(NOW)).isFalse();
        bucket.leave(waiter);
        assertThat(bucket.isIdle(NOW)).isTrue();
    }

    @Test
    void complainedAbout_isIdleWhenItsShareIsBack() {
        bucket.complaint(always(0), NOW);
        long back = NOW + LENGTH + 25 * LENGTH;
        assertThat(bucket.isIdle(back - 1)).isFalse();
        assertThat(bucket.isIdle(back)).isTrue();
    }

    @Test
    void complaint_whileItPauses_isPartOfTheSame_andOneAfterItIsTheNext() {
        bucket.complaint(always(0), NOW);
        bucket.complaint(always(999 * MILLI), NOW + LENGTH - 1);
        assertThat(turn(NOW)).isEqualTo(LENGTH);
        bucket.complaint(always(1_999 * MILLI), NOW + LENGTH);
        assertThat(turn(NOW + LENGTH)).isEqualTo(LENGTH + 1_999 * MILLI);
    }

    @Test
    void complaint_afterTheCalm_isTheFirstOfANewSeries() {
        bucket.complaint(always(0), NOW);
        long calm = NOW + LENGTH + CALM;
        Bucket same = new Bucket(new RateLimit(3, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS), NOW);
        same.complaint(always(0), NOW);
        bucket.complaint(always(1_500 * MILLI), calm);
        // The pause is up to a second: 1,500 ms wrap around to 500 ms, less a nanosecond.
        assertThat(turn(calm)).isEqualTo(LENGTH + 500 * MILLI - 1);
        same.complaint(always(1_500 * MILLI), calm - 1);
        Waiter waiter = new Waiter(Priority.READ, 1, 1);
        same.join(waiter);
        assertThat(same.turn(waiter, 1, calm - 1) - (calm - 1)).isEqualTo(LENGTH + 1_500 * MILLI);
    }

    @Test
    void longestPause_isPartOfTheSpan() {
        bucket.complaint(always(1_000 * MILLI), NOW);
        assertThat(turn(NOW)).isEqualTo(LENGTH + 1_000 * MILLI);
        Bucket other = new Bucket(new RateLimit(3, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS), NOW);
        other.complaint(always(1_000 * MILLI + 1), NOW);
        Waiter waiter = new Waiter(Priority.READ, 1, 1);
        other.join(waiter);
        assertThat(other.turn(waiter, 1, NOW) - NOW).isEqualTo(LENGTH);
    }

    @Test
    void answer_countsOneCallOnly_ofThoseThatWentTogether() {
        bucket.take(1, NOW);
        bucket.take(1, NOW);
        bucket.take(1, NOW);
        bucket.arrived(1, NOW, NOW + 900 * MILLI);
        long left = NOW + LENGTH;
        assertThat(turn(left)).isZero();
        bucket.take(1, left);
        assertThat(turn(left)).isZero();
        bucket.take(1, left);
        assertThat(turn(left)).isEqualTo(900 * MILLI);
    }

    @Test
    void answer_neverMovesACallBack() {
        bucket.take(1, NOW);
        bucket.take(2, NOW + 10);
        bucket.arrived(1, NOW, NOW + 5);
        assertThat(turn(NOW + 10)).isEqualTo(LENGTH);
    }
}
