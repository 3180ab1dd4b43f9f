package dev.okx4j.testing.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.network.OkxRun.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Our client on broken lines: one order at most, and what the caller is told is what the exchange holds. */
@NullUnmarked
class OkxOverSocketsTest {
    private static final Duration NEVER_LONGER = Duration.ofSeconds(20);
    private static final List<OkxRun> RUNS = new ArrayList<>();
    private static final Map<String, Integer> PLACED = new HashMap<>();
    private static final Map<String, String> STATES = new HashMap<>();
    private static Exchange exchange;

    @BeforeAll
    static void run() throws Exception {
        exchange = new Exchange();
        List<Callable<OkxRun>> tasks = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (Fault fault : SocketFaults.all()) {
                String clOrdId = "okx" + tasks.size();
                tasks.add(() -> OkxRun.of(exchange, operation, fault, clOrdId));
            }
        }
        RUNS.addAll(Runs.of(tasks));
        for (Map<String, @Nullable Object> order : exchange.orders()) {
            String clOrdId = String.valueOf(order.get("clOrdId"));
            PLACED.merge(clOrdId, 1, Integer::sum);
            STATES.put(clOrdId, String.valueOf(order.get("state")));
        }
    }

    @AfterAll
    static void close() throws IOException {
        RUNS.clear();
        exchange.close();
    }

    @ParameterizedTest
    @FieldSource("RUNS")
    void write_overABrokenLine_isDoneOnceAtMost_andToldTruly(OkxRun run) {
        assertThat(run.lie(PLACED, STATES)).as("%s", run).isEmpty();
        assertThat(run.took()).as("%s", run).isLessThan(NEVER_LONGER);
        if (run.operation() == Operation.CANCEL) {
            assertThat(run.requests()).as("cancels on the wire: %s", run).isBetween(1, 3);
        } else {
            assertThat(run.requests())
                    .as("orders on the wire: %s", run)
                    .isBetween(1, run.fault().toString().startsWith("limiterFull") ? 2 : 1);
            assertThat(run.outcome()).as("what is in doubt is decided in time: %s", run).isInstanceOf(decided(run));
        }
    }

    private static Class<?> decided(OkxRun run) {
        if (run.fault().toString().startsWith("limiterFull") || run.fault().toString().startsWith("delay")) {
            return Outcome.class; // either is true: it depends on whether there was time for it
        }
        return run.fault().effect() == Effect.NONE ? Outcome.Rejected.class : Outcome.Confirmed.class;
    }
}
