package dev.okx4j.testing.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.network.OkxRun.Operation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Broken connections leave nothing open behind them, on neither side. */
class LeakTest {
    @Test
    void closedClientsAndServers_leaveNoThreadAndNoFileOpen() throws Exception {
        try (Exchange exchange = new Exchange()) {
            List<Fault> faults = SocketFaults.all().stream()
                    .filter(fault -> fault.effect() != Effect.NONE)
                    .toList();
            OkxRun.of(exchange, Operation.PLACE_MARKET, faults.get(0), "first");
            long before = openFiles();

            List<Callable<OkxRun>> tasks = new ArrayList<>();
            for (Fault fault : faults) {
                String id = "order" + tasks.size();
                tasks.add(() -> OkxRun.of(exchange, Operation.PLACE_MARKET, fault, id));
            }
            Runs.of(tasks);

            await().untilAsserted(() -> {
                assertThat(threads()).isEmpty();
                assertThat(openFiles()).isLessThanOrEqualTo(before + 3);
            });
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("okx-testing-"))
                .toList();
    }

    /** Returns how many files and sockets this process has open; nothing where the machine does not tell. */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
