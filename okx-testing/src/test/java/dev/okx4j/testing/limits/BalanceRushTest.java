package dev.okx4j.testing.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.paper.PaperExchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** More calls at once than a window holds, over HTTP, against the limits of the paper exchange. */
@NullUnmarked
class BalanceRushTest {
    private static final int CALLS = 40;
    private static final int WINDOW = 10;

    @Test
    void fortyBalanceCallsAtOnce_allSucceedInOrder() throws Exception {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        try (PaperExchange exchange = PaperExchange.open();
                OkxClient okx = OkxClient.builder()
                        .baseUrl("http://127.0.0.1:" + exchange.serve(0))
                        .credentials(exchange.credentials())
                        .limiter(new Limiter())
                        .build()) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                int number = i;
                Thread caller = new Thread(() -> {
                    try {
                        okx.account().balance();
                        order.add(number);
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                });
                callers.add(caller);
                caller.start();
                // The next one comes when this one has passed, or waits for the limit.
                while (caller.isAlive() && (number < WINDOW || caller.getState() != Thread.State.TIMED_WAITING)) {
                    Thread.onSpinWait();
                }
            }
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(order).hasSize(CALLS);
        for (int from = 0; from < CALLS; from += WINDOW) {
            assertThat(order.subList(from, from + WINDOW))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(from, from + WINDOW).boxed().toList());
        }
    }
}
