package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The soak of three minutes; {@code scripts/prove streams --long} lives an hour. It has a process of its own, so that its threads and
 * memory are its own, and the other tests run meanwhile.
 */
@Execution(ExecutionMode.CONCURRENT)
class StreamSoakTest {
    @Test
    void everythingGoesWrong_andAllIsTrueInTheEnd() throws IOException, InterruptedException {
        Process soak = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        StreamsProof.class.getName(),
                        "--soak")
                .redirectErrorStream(true)
                .start();
        try {
            String told = new String(soak.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(soak.waitFor()).as(told).isZero();
            assertThat(told).contains("soak: 180 s, 50 books", " 0 violations");
        } finally {
            soak.destroyForcibly();
        }
    }
}
