package dev.okx4j.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.Rest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ReconcilerTest {
    private static final WriteIntent INTENT =
            new WriteIntent("i", WriteIntent.Kind.PLACE, "/x", "a1", Map.of(), VirtualTime.START, null, 1);
    private static final Outcome<String> FOUND = new Outcome.Confirmed<>("ack", "a1");

    private final VirtualTime time = new VirtualTime();
    private final Reconciler reconciler = new Reconciler(time, time);
    private final Rest rest =
            OkxClient.builder().wire(new ScriptedWire()).build().rest();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void write_thatIsSeenAtOnce_isAskedForOnce() throws InterruptedException {
        assertThat(reconciler.resolve(rest, (r, i) -> FOUND, INTENT, Duration.ofSeconds(20)))
                .isEqualTo(FOUND);
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void write_thatIsNeverSeen_isAskedForAtGrowingIntervals() throws InterruptedException {
        assertThat(reconciler.<String>resolve(rest, (r, i) -> null, INTENT, Duration.ofSeconds(20)))
                .isNull();
        assertThat(time.sleeps())
                .extracting(Duration::toMillis)
                .containsExactly(200L, 500L, 1000L, 2000L, 4000L, 8000L);
    }

    @Test
    void refusalOfTheLookUp_isNotTheEnd() throws InterruptedException {
        Outcome<String> outcome = reconciler.resolve(
                rest,
                (r, i) -> {
                    if (asked.incrementAndGet() < 3) {
                        throw new OkxApiException("not found", "51603", "", "GET /x", null);
                    }
                    return FOUND;
                },
                INTENT,
                Duration.ofSeconds(20));
        assertThat(outcome).isEqualTo(FOUND);
        assertThat(asked).hasValue(3);
    }

    @Test
    void budget_isKept() throws InterruptedException {
        long start = time.nanos();
        assertThat(reconciler.<String>resolve(rest, (r, i) -> null, INTENT, Duration.ofSeconds(3)))
                .isNull();
        assertThat(Duration.ofNanos(time.nanos() - start)).isLessThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(reconciler.<String>resolve(rest, (r, i) -> FOUND, INTENT, Duration.ZERO))
                .isNull();
        assertThat(reconciler.<String>resolve(rest, (r, i) -> FOUND, INTENT, Duration.ofSeconds(-1)))
                .isNull();
    }

    @Test
    void interruption_whileItWaits_isPassedOn() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> reconciler.<String>resolve(rest, (r, i) -> FOUND, INTENT, Duration.ofSeconds(20)))
                .isInstanceOf(InterruptedException.class);
    }
}
