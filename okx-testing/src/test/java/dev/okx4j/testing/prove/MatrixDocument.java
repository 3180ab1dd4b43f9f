package dev.okx4j.testing.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document of the fault matrices, one half of it: the calls of REST come first, then the streams. */
public final class MatrixDocument {
    private static final Path DOCUMENT = Path.of("..", "docs", "fault-matrix.md");
    private static final String BORDER = "\n# Streams\n";

    private final Half half;

    private MatrixDocument(Half half) {
        this.half = half;
    }

    /** Which half. */
    public enum Half {
        CALLS,
        STREAMS
    }

    public static MatrixDocument of(Half half) {
        return new MatrixDocument(half);
    }

    /** Fails unless the half is this text; with {@code -Dgolden.update} writes it before. */
    public void check(String text) throws IOException {
        String whole = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        int border = whole.indexOf(BORDER);
        String calls = border < 0 ? whole : whole.substring(0, border);
        String streams = border < 0 ? "" : whole.substring(border + 1);
        if (System.getProperty("golden.update") != null) {
            String first = half == Half.CALLS ? text : calls;
            String second = half == Half.STREAMS ? text : streams;
            Files.writeString(DOCUMENT, second.isEmpty() ? first : first + "\n" + second);
            return;
        }
        assertThat(half == Half.CALLS ? calls : streams)
                .as("%s is stale: run the tests with -Dgolden.update and look at the difference", DOCUMENT)
                .isEqualTo(text);
    }
}
