package dev.okx4j.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class McpLoadTest {
    @TempDir
    Path home;

    @Test
    void sixteenCallsInFlight_noneIsLostAndTheExchangeHoldsWhatWasConfirmed() throws Exception {
        try (ServerProcess server = ServerProcess.start(home, "--paper").greeted()) {
            McpLoad.Report report = McpLoad.run(server, home, 2_000, 16);

            assertThat(report.holds()).as(report.line()).isTrue();
        }
    }
}
