package dev.okx4j.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallsTest {
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger ran = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    @Test
    void queue_moreBytesThanAllowed_isBusyUntilTheOthersHaveEnded() throws Exception {
        Calls calls = new Calls(1, 10, 100);

        assertThat(calls.queue(1, 80, work(this::hold))).isEqualTo(Calls.Offer.TAKEN);
        assertThat(calls.queue(2, 30, work(this::hold))).isEqualTo(Calls.Offer.BUSY);
        assertThat(calls.queue(3, 20, work(this::hold))).isEqualTo(Calls.Offer.TAKEN);
        assertThat(calls.inFlight(2)).isFalse();
        release.countDown();

        assertThat(calls.drain(Duration.ofSeconds(20))).isZero();
        assertThat(ran).hasValue(2);
    }

    @Test
    void queue_oneCallLargerThanTheWholeBudget_isTakenWhenNothingElseIs() throws Exception {
        Calls calls = new Calls(1, 10, 100);
        release.countDown();

        assertThat(calls.queue(1, 500, work(this::hold))).isEqualTo(Calls.Offer.TAKEN);
        assertThat(calls.drain(Duration.ofSeconds(20))).isZero();
    }

    @Test
    void mayAnswer_isTrueOnceAndFreesTheId() throws Exception {
        Calls calls = new Calls(1, 10, 100);
        boolean[] may = new boolean[2];
        calls.run("id", work(() -> {
            may[0] = calls.mayAnswer("id");
            may[1] = calls.mayAnswer("id");
            assertThat(calls.inFlight("id")).isFalse();
            assertThat(calls.run("id", work(() -> {
                        ran.incrementAndGet();
                        calls.mayAnswer("id");
                    })))
                    .isEqualTo(Calls.Offer.TAKEN);
        }));
        assertThat(unanswered).hasValue(0);

        assertThat(may).containsExactly(true, false);
        assertThat(ran).hasValue(1);
        assertThat(calls.mayAnswer("never seen")).isFalse();
    }

    @Test
    void taskThatThrows_freesItsId() {
        Calls calls = new Calls(1, 10, 100);

        assertThatThrownBy(() -> calls.run(1, work(() -> {
                    throw new IllegalStateException("thrown by the test");
                })))
                .hasMessage("thrown by the test");
        assertThat(calls.inFlight(1)).isFalse();
        assertThat(unanswered).hasValue(1);
    }

    /** The client has read the answer and sends its next request under the same id before the first one's thread is done. */
    @Test
    void idUsedAgainAtOnce_isNotTakenForTheFirstCall() throws Exception {
        Calls calls = new Calls(2, 10, 100);
        CountDownLatch secondRuns = new CountDownLatch(1);
        calls.run("id", work(() -> {
            assertThat(calls.mayAnswer("id")).isTrue();
            calls.queue("id", 1, work(() -> {
                secondRuns.countDown();
                hold();
                assertThat(calls.mayAnswer("id")).isTrue();
            }));
            awaitQuietly(secondRuns);
        }));
        release.countDown();

        assertThat(calls.drain(Duration.ofSeconds(20))).isZero();
        assertThat(unanswered).hasValue(0);
    }

    @Test
    void drain_callsThatDoNotEnd_areCounted() throws Exception {
        Calls calls = new Calls(1, 10, 100);
        calls.queue(1, 1, work(this::hold));
        calls.queue(2, 1, work(this::hold));

        assertThat(calls.drain(Duration.ofMillis(1))).isEqualTo(2);
        assertThat(calls.queue(3, 1, work(this::hold))).isEqualTo(Calls.Offer.BUSY);
        release.countDown();
    }

    private Calls.Work work(Runnable task) {
        return new Calls.Work() {
            @Override
            public void run() {
                task.run();
            }

            @Override
            public void unanswered() {
                unanswered.incrementAndGet();
            }
        };
    }

    private void hold() {
        awaitQuietly(release);
        ran.incrementAndGet();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
