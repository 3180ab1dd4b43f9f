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
    /** Three calls are spread over half of a window. */
    private static final long APART = LENGTH / 2 / 3;

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
        // A quarter is left, and 55 times 55 quarters of a thousandth are the rest.
        long back = NOW + LENGTH + 55 * LENGTH;
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
        long next = left + APART;
        assertThat(turn(next)).isZero();
        bucket.take(1, next);
        assertThat(turn(next)).isEqualTo(900 * MILLI - APART);
    }

    @Test
    void answer_neverMovesACallBack() {
        bucket.take(1, NOW);
        bucket.take(2, NOW + 10);
        bucket.arrived(1, NOW, NOW + 5);
        assertThat(turn(NOW + 10)).isEqualTo(LENGTH);
    }

    @Test
    void callsAfterAFullWindow_areSpreadOverHalfOfTheNext() {
        bucket.take(3, NOW);
        long first = NOW + LENGTH;
        assertThat(turn(NOW)).isEqualTo(LENGTH);
        bucket.take(1, first);
        assertThat(turn(first)).isEqualTo(APART);
        assertThat(turn(first + APART)).isZero();
        bucket.take(1, first + APART);
        assertThat(turn(first + APART)).isEqualTo(APART);
    }

    @Test
    void batchAfterAFullWindow_waitsForAsManyGapsAsItHasOrders() {
        bucket.take(3, NOW);
        long first = NOW + LENGTH;
        bucket.take(1, first);
        Waiter batch = new Waiter(Priority.READ, 1, 2);
        bucket.join(batch);
        assertThat(bucket.turn(batch, 1, first) - first).isEqualTo(2 * APART);
    }

    @Test
    void windowThatWasFull_isForgottenHalfAWindowAfterItHasEmptied() {
        bucket.take(3, NOW);
        long idle = NOW + LENGTH + LENGTH / 2;
        bucket.take(1, idle - 2);
        assertThat(turn(idle - 1)).isEqualTo(APART - 1);
        assertThat(turn(idle)).isZero();
    }

    @Test
    void complaint_leavesOneCallToFindOut_thenAQuarter() {
        Bucket twelve = new Bucket(new RateLimit(12, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS), NOW);
        twelve.complaint(always(0), NOW);
        long probe = NOW + LENGTH;
        assertThat(atOnce(twelve, probe - 1)).isZero();
        assertThat(atOnce(twelve, probe)).isEqualTo(1);
        assertThat(atOnce(twelve, probe + LENGTH - 1)).isZero();
        assertThat(atOnce(twelve, probe + 2 * LENGTH)).isEqualTo(3);
    }

    @Test
    void calm_bringsTheShareBack_theFasterTheLongerItLasts() {
        RateLimit hundred = new RateLimit(100, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS);
        for (int[] calls :
                new int[][] {{2, 25}, {6, 25}, {7, 26}, {20, 35}, {40, 65}, {54, 97}, {55, 100}, {5_000, 100}}) {
            Bucket fresh = new Bucket(hundred, NOW);
            fresh.complaint(always(0), NOW);
            long now = NOW + LENGTH + calls[0] * LENGTH;
            assertThat(atOnce(fresh, now)).as("after %d windows", calls[0]).isEqualTo(calls[1]);
        }
    }

    @Test
    void firstWindow_afterAComplaint_isOneCallLong_andNoLonger() {
        RateLimit hundred = new RateLimit(100, Duration.ofSeconds(2), Scope.USER, Unit.REQUESTS);
        Bucket early = new Bucket(hundred, NOW);
        early.complaint(always(0), NOW);
        assertThat(atOnce(early, NOW + 2 * LENGTH - 1)).isEqualTo(1);
        Bucket late = new Bucket(hundred, NOW);
        late.complaint(always(0), NOW);
        assertThat(atOnce(late, NOW + 2 * LENGTH)).isEqualTo(25);
    }

    /** Takes calls as long as their turn is now, and returns how many. */
    private static int atOnce(Bucket bucket, long now) {
        Waiter waiter = new Waiter(Priority.READ, 1, 1);
        int taken = 0;
        bucket.join(waiter);
        while (bucket.turn(waiter, 1, now) <= now) {
            bucket.take(1, now);
            taken++;
        }
        bucket.leave(waiter);
        return taken;
    }
}
