package dev.okx4j.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSourceTest {

    @Test
    void lines_areSplitAtNewlinesAndTheLastNeedsNone() throws Exception {
        assertThat(lines("a\n\nbc\n d", 10)).containsExactly("a", "", "bc", " d");
        assertThat(lines("", 10)).isEmpty();
        assertThat(lines("\n", 10)).containsExactly("");
    }

    @Test
    void limit_isInclusive() throws Exception {
        assertThat(lines("12345\n123456\n1", 5)).containsExactly("12345", "<oversized>", "1");
        assertThat(lines("123456", 5)).containsExactly("<oversized>");
    }

    @Test
    void oversizedLine_isNotHeldInMemory() throws Exception {
        LineSource source = new LineSource(new Endless(1L << 30), 1 << 20);

        LineSource.Line line = Objects.requireNonNull(source.next());

        assertThat(line.oversized()).isTrue();
        assertThat(line.bytes()).isEmpty();
        assertThat(source.next())
                .isNotNull()
                .extracting(next -> new String(next.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("b");
        assertThat(source.next()).isNull();
    }

    @Test
    void linesInPiecesOfAnySize_areTheSame() throws Exception {
        long seed = 20261123;
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String line = "x".repeat(random.nextInt(i % 50 == 0 ? 200_000 : 100));
            expected.add(line);
            text.append(line).append('\n');
        }
        InputStream dribble = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int at, int length) {
                return super.read(to, at, Math.min(length, 1 + random.nextInt(5000)));
            }
        };

        assertThat(lines(dribble, 1 << 20)).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void blank_isOnlyWhitespaceThatJsonKnows() {
        assertThat(new LineSource.Line(" \t\r".getBytes(StandardCharsets.UTF_8), false).blank())
                .isTrue();
        assertThat(new LineSource.Line(new byte[0], true).blank()).isFalse();
        assertThat(new LineSource.Line("\u00a0".getBytes(StandardCharsets.UTF_8), false).blank())
                .isFalse();
    }

    private static List<String> lines(String text, int limit) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
    }

    private static List<String> lines(InputStream in, int limit) throws IOException {
        LineSource source = new LineSource(in, limit);
        List<String> lines = new ArrayList<>();
        for (LineSource.Line line = source.next(); line != null; line = source.next()) {
            lines.add(line.oversized() ? "<oversized>" : new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** So many times the letter a, then a newline and the line "b". */
    private static final class Endless extends InputStream {
        private long left;
        private final ByteArrayInputStream rest = new ByteArrayInputStream("\nb\n".getBytes(StandardCharsets.UTF_8));

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] to, int at, int length) {
            if (left == 0) {
                return rest.read(to, at, length);
            }
            int given = (int) Math.min(left, length);
            java.util.Arrays.fill(to, at, at + given, (byte) 'a');
            left -= given;
            return given;
        }
    }
}
