package dev.okx4j.testing.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.network.OkxRun.Operation;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that has no end costs neither memory nor time, and the order behind it is found. */
class BottomlessAnswerTest {
    private static final long MOST_BYTES = 64L << 20;

    static List<Fault> faults() {
        return SocketFaults.bottomless();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answerWithoutEnd_isGivenUp_andTheOrderIsLookedUp(Fault fault) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Exchange exchange = new Exchange()) {
            long before = threads.getCurrentThreadAllocatedBytes();

            OkxRun run = OkxRun.of(exchange, Operation.PLACE_MARKET, fault, "a1");

            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("all that the call ever allocated, freed or not")
                    .isLessThan(MOST_BYTES);
            assertThat(run.outcomes().get(0)).isInstanceOf(Outcome.Confirmed.class);
            assertThat(run.requests()).isEqualTo(1);
            assertThat(run.took()).isLessThan(Duration.ofSeconds(20));
            assertThat(exchange.orders()).hasSize(1);
        }
    }
}
