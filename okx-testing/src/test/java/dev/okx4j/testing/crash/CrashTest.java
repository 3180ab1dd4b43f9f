package dev.okx4j.testing.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashTest {
    /** How often; {@code -Dcrash.kills=200} for the long profile. */
    private static final int KILLS = Integer.getInteger("crash.kills", 10);

    private static final long SEED = Long.getLong("crash.seed", 20261123L);

    @Test
    void kill9_atAnyMoment_losesDoublesAndLeavesUnexplainedNothing() throws Exception {
        CrashRun.Result result = CrashRun.run(KILLS, SEED);

        assertThat(result.violations()).as(result.line()).isEmpty();
    }
}
