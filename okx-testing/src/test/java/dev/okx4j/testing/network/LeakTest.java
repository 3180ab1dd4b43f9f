package dev.okx4j.testing.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.network.OkxRun.Operation;
import java.lang.management.ManagementFactory;
import java.util.List;
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

            for (int i = 0; i < faults.size(); i++) {
                OkxRun.of(exchange, Operation.PLACE_MARKET, faults.get(i), "order" + i);
            }

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
