package dev.okx4j.testing.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.testing.limits.SharedKeyLoad.Figures;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four real processes with one key and one folder. */
@NullUnmarked
class SharedKeyTest {
    @Test
    void fourProcesses_thatShareAFolder_shareTheLimitToo(@TempDir Path folder) throws Exception {
        Figures figures = SharedKeyLoad.run(4, Duration.ofSeconds(5), folder.toString());
        assertThat(figures.blocked()).as(figures.toString()).isZero();
        assertThat(figures.succeeded() * 100).as(figures.toString()).isGreaterThanOrEqualTo(95 * figures.calls());
    }
}
