package dev.okx4j.testing.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A thread that is interrupted somewhere in the middle of an order is told what it then knows, and nothing else. */
class InterruptedSenderTest {
    private static final int POINTS = 60;
    private static final String PLACE = "POST /api/v5/trade/order";

    private record Told(String clOrdId, Outcome<?> outcome, int requests) {}

    @Test
    void sender_interruptedAtAnyPoint_isNeverToldALie() throws Exception {
        try (Exchange exchange = new Exchange()) {
            List<Callable<Told>> tasks = new ArrayList<>();
            for (int i = 0; i < POINTS; i++) {
                int point = i;
                tasks.add(() -> interrupted(exchange, point));
            }
            List<Told> all = Runs.of(tasks);

            List<Object> ids = new ArrayList<>();
            exchange.orders().forEach(order -> ids.add(order.get("clOrdId")));
            assertThat(ids).as("orders at the exchange").doesNotHaveDuplicates();
            for (Told told : all) {
                boolean taken = ids.contains(told.clOrdId());
                assertThat(told.requests()).as("%s", told).isLessThanOrEqualTo(1);
                if (told.outcome() instanceof Outcome.Confirmed) {
                    assertThat(taken).as("%s", told).isTrue();
                } else if (!(told.outcome() instanceof Outcome.Unknown)) {
                    assertThat(taken).as("%s", told).isFalse();
                }
                if (told.outcome() instanceof Outcome.NotSent) {
                    assertThat(told.requests()).as("%s", told).isZero();
                }
            }
        }
    }

    /** Places an order on a thread that is interrupted after a while: a while that is longer from point to point. */
    private static Told interrupted(Exchange exchange, int point) throws Exception {
        String clOrdId = "point" + point;
        try (Exchange.Line line = exchange.line();
                OkxClient client = OkxRun.client(exchange, line.server().baseUrl())) {
            fault(line, point);
            CompletableFuture<Outcome<?>> outcome = new CompletableFuture<>();
            Thread sender = new Thread(() -> {
                try {
                    outcome.complete(client.trade().placeOrder(OkxRun.order(clOrdId, null)));
                } catch (Throwable e) { // OkHttp throws what Java does not expect
                    outcome.completeExceptionally(e);
                }
            });
            sender.start();
            Waits.system().sleep(Duration.ofMillis(point));
            sender.interrupt();
            sender.join();
            return new Told(clOrdId, outcome.get(), line.faults().requests(PLACE));
        }
    }

    private static void fault(Exchange.Line line, int point) {
        if (point % 3 == 0) {
            line.faults().on(PLACE).nth(1).then(Fault.delay(Duration.ofMillis(30), Effect.ACCEPTED));
        } else if (point % 3 == 1) {
            line.faults().on(PLACE).nth(1).then(Fault.silence(Effect.ACCEPTED));
        }
    }
}
