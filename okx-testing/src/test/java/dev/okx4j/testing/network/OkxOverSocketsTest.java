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
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.slf4j.LoggerFactory;

/** Our client on broken lines: one order at most, and what the caller is told is what the exchange holds. */
@NullUnmarked
class OkxOverSocketsTest {
    private static final Duration NEVER_LONGER = Duration.ofSeconds(20);
    private static final List<OkxRun> RUNS = new ArrayList<>();
    private static final Map<String, List<Map<String, @Nullable Object>>> TRUTH = new HashMap<>();
    private static Exchange exchange;

    @BeforeAll
    static void run() throws Exception {
        exchange = new Exchange();
        List<Callable<OkxRun>> tasks = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            List<Fault> faults = SocketFaults.all();
            int step = operation.path.equals("/api/v5/trade/order")
                    ? 1
                    : 2; // in verify, half of them will do for the rest
            for (int i = operation.ordinal() % step; i < faults.size(); i += step) {
                Fault fault = faults.get(i);
                String id = "okx" + tasks.size();
                tasks.add(() -> OkxRun.of(exchange, operation, fault, id));
            }
        }
        OkxRun.of(exchange, Operation.PLACE_BATCH, Fault.empty(Effect.ACCEPTED), "warm"); // classes take time to load
        RUNS.addAll(Runs.of(tasks));
        for (Map<String, @Nullable Object> order : exchange.orders()) {
            TRUTH.computeIfAbsent(String.valueOf(order.get("clOrdId")), id -> new ArrayList<>())
                    .add(order);
        }
    }

    @AfterAll
    static void close() throws IOException {
        RUNS.clear();
        TRUTH.clear();
        exchange.close();
    }

    @ParameterizedTest
    @FieldSource("RUNS")
    void write_overABrokenLine_isDoneOnceAtMost_andToldTruly(OkxRun run) {
        assertThat(run.lie(TRUTH)).as("%s", run).isEmpty();
        assertThat(run.took()).as("%s", run).isLessThan(NEVER_LONGER);
        // A cancel may be repeated when its answer is lost, any other write only when it was told that it came too
        // often.
        int most = run.operation().cancels() ? 5 : isLimit(run.fault()) ? 2 : 1;
        int least = run.outcomes().stream().allMatch(Outcome.NotSent.class::isInstance) ? 0 : 1;
        assertThat(run.requests()).as("writes on the wire: %s", run).isBetween(least, most);
    }

    @Test
    void ordersWhoseAnswersAreSpoiled_areNearlyAllDecidedWithinTheCall() {
        List<OkxRun> done = RUNS.stream()
                .filter(run -> run.operation().places() && run.fault().effect() != Effect.NONE)
                .toList();
        List<OkxRun> undone = RUNS.stream()
                .filter(run -> run.operation().places() && run.fault().effect() == Effect.NONE)
                .toList();
        long confirmed =
                outcomes(done).filter(Outcome.Confirmed.class::isInstance).count();
        long refuted =
                outcomes(undone).filter(Outcome.Rejected.class::isInstance).count();
        long unknown = outcomes(RUNS).filter(Outcome.Unknown.class::isInstance).count();
        LoggerFactory.getLogger("figures")
                .warn(
                        "{} writes of okx4j over broken sockets: 0 doubled, 0 untrue, {} unknown after the call; of the"
                                + " orders, {} of {} confirmed and {} of {} refuted",
                        RUNS.size(),
                        unknown,
                        confirmed,
                        outcomes(done).count(),
                        refuted,
                        outcomes(undone).count());
        // On a machine that is busy with other things, a few expire before they arrive, or are undecided when time is
        // up.
        assertThat(confirmed * 10).isGreaterThan(outcomes(done).count() * 8);
        assertThat(refuted * 10).isGreaterThan(outcomes(undone).count() * 8);
    }

    private static Stream<? extends Outcome<?>> outcomes(List<OkxRun> runs) {
        return runs.stream().flatMap(run -> run.outcomes().stream());
    }

    private static boolean isLimit(Fault fault) {
        return fault.toString().startsWith("limiterFull");
    }
}
