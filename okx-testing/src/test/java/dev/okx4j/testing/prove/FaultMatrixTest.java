package dev.okx4j.testing.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every operation against every fault: nothing is lost, doubled or left unexplained, and the document says what comes of it. */
class FaultMatrixTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "fault-matrix.md");

    @Test
    void everyOperation_underEveryFault_keepsEveryPromise() throws IOException {
        Part matrix = Part.matrix();

        assertThat(matrix.failures()).as(matrix.line() + "\n" + matrix.told()).isEmpty();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(DOCUMENT, matrix.report());
        }
        assertThat(DOCUMENT).as("run with -Dgolden.update to write it").exists();
        assertThat(Files.readString(DOCUMENT))
                .as("%s is stale: run the tests with -Dgolden.update and look at the difference", DOCUMENT)
                .isEqualTo(matrix.report());
    }
}
