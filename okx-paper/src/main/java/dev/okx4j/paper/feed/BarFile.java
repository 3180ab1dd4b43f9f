package dev.okx4j.paper.feed;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads candles from a CSV file {@code ts,o,h,l,c,vol,volCcy,volCcyQuote}, gzipped or not, ascending. */
final class BarFile {
    static final String HEADER = "ts,o,h,l,c,vol,volCcy,volCcyQuote";

    private BarFile() {}

    /** Reads candles; without volumes, as those of mark and index prices are, {@code vol} counts as zero when it is empty. */
    static List<Bar> read(String name, byte[] content, BarSize size, boolean volumes) throws IOException {
        List<Bar> bars = new ArrayList<>();
        LineFile.read(name, content, (number, line) -> {
            if (number == 1) {
                LineFile.requireHeader(line, HEADER);
                return;
            }
            Bar bar = bar(LineFile.cells(line, HEADER), volumes);
            if (!size.openOf(bar.ts()).equals(bar.ts())) {
                throw new IllegalArgumentException(bar.ts() + " is not the start of a " + size.wire() + " candle");
            }
            if (!bars.isEmpty() && !bars.get(bars.size() - 1).ts().isBefore(bar.ts())) {
                throw new IllegalArgumentException("the rows must be ascending");
            }
            bars.add(bar);
        });
        return bars;
    }

    private static Bar bar(String[] cells, boolean volumes) {
        return new Bar(
                Values.time("ts", cells[0]),
                Values.decimal("o", cells[1]),
                Values.decimal("h", cells[2]),
                Values.decimal("l", cells[3]),
                Values.decimal("c", cells[4]),
                cells[5].isEmpty() && !volumes ? BigDecimal.ZERO : Values.decimal("vol", cells[5]),
                optional("volCcy", cells[6]),
                optional("volCcyQuote", cells[7]));
    }

    private static @Nullable BigDecimal optional(String name, String cell) {
        return cell.isEmpty() ? null : Values.decimal(name, cell);
    }
}
