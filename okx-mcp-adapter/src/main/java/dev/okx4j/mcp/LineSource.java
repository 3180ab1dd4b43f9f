package dev.okx4j.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The client's lines, whole and bounded: what exceeds the bound is dropped up to its newline, never held in memory. */
final class LineSource {
    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int filled;

    LineSource(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** One line without its newline, or the fact that it was too long to be kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(byte[] bytes, boolean oversized) {
        boolean blank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !oversized;
        }
    }

    /** Returns the next line, a last one without a newline included, or null at the end of the input. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean oversized = false;
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int newline = newlineOrEnd();
            int length = newline - position;
            oversized |= line.size() + length > limit;
            if (oversized) {
                line = new ByteArrayOutputStream(0);
            } else {
                line.write(chunk, position, length);
            }
            boolean ended = newline < filled;
            position = ended ? newline + 1 : filled;
            if (ended) {
                return new Line(line.toByteArray(), oversized);
            }
        }
        return any ? new Line(line.toByteArray(), oversized) : null;
    }

    private int newlineOrEnd() {
        int at = position;
        while (at < filled && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(in.read(chunk), 0);
        return filled > 0;
    }
}
