package dev.okx4j.testing.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every operation against every fault: nothing is lost, doubled or left unexplained, and the document says what comes of it. */
class FaultMatrixTest {
    @Test
    void everyOperation_underEveryFault_keepsEveryPromise() throws IOException {
        Part matrix = Part.matrix();

        assertThat(matrix.failures()).as(matrix.line() + "\n" + matrix.told()).isEmpty();
        MatrixDocument.of(MatrixDocument.Half.CALLS).check(matrix.report());
    }
}
