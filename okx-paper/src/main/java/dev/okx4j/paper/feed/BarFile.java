package dev.okx4j.paper.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads candles from a CSV file {@code ts,o,h,l,c,vol,volCcy,volCcyQuote}, gzipped or not, ascending. */
final class BarFile {
    private static final String HEADER = "ts,o,h,l,c,vol,volCcy,volCcyQuote";

    private BarFile() {}

    static List<Bar> read(String name, byte[] content, BarSize size) throws IOException {
        List<String> lines = text(name, content).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IOException(name + ": the first line must be " + HEADER);
        }
        List<Bar> bars = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            Bar bar = row(name, i + 1, lines.get(i));
            if (!size.openOf(bar.ts()).equals(bar.ts())) {
                throw new IOException(name + " line " + (i + 1) + ": " + bar.ts() + " is not the start of a "
                        + size.wire() + " candle");
            }
            if (!bars.isEmpty() && !bars.get(bars.size() - 1).ts().isBefore(bar.ts())) {
                throw new IOException(name + " line " + (i + 1) + ": the rows must be ascending");
            }
            bars.add(bar);
        }
        return bars;
    }

    private static String text(String name, byte[] content) throws IOException {
        if (!name.endsWith(".gz")) {
            return new String(content, UTF_8);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static Bar row(String name, int line, String text) throws IOException {
        String[] cells = text.split(",", -1);
        try {
            if (cells.length != 8) {
                throw new IllegalArgumentException("8 cells expected");
            }
            return new Bar(
                    Instant.ofEpochMilli(Long.parseLong(cells[0])),
                    decimal(cells[1]),
                    decimal(cells[2]),
                    decimal(cells[3]),
                    decimal(cells[4]),
                    decimal(cells[5]),
                    optional(cells[6]),
                    optional(cells[7]));
        } catch (IllegalArgumentException e) {
            throw new IOException(name + " line " + line + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable BigDecimal optional(String cell) {
        return cell.isEmpty() ? null : decimal(cell);
    }

    private static BigDecimal decimal(String cell) {
        return new BigDecimal(cell);
    }
}
