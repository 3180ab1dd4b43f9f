package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.testing.prove.MatrixDocument;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every stream operation under every fault ends in a true view, or in a consumer who knows that it is none. */
class StreamMatrixTest {
    @Test
    void everyStreamOperation_underEveryFault_isTrueOrTold() throws IOException {
        StreamMatrix matrix = StreamMatrix.live(1);

        assertThat(matrix.violations()).as(matrix.line(1)).isEmpty();
        MatrixDocument.of(MatrixDocument.Half.STREAMS).check(matrix.document());
    }
}
