package dev.okx4j.paper.feed;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads single figures in time from a CSV file of two columns, {@code ts} and one of its own. */
final class PointFile {

    private PointFile() {}

    /** Turns a moment and a figure into an event. */
    interface Maker {
        MarketEvent make(Instant ts, BigDecimal figure);
    }

    static List<MarketEvent> read(String name, byte[] content, String column, Maker maker) throws IOException {
        String header = "ts," + column;
        List<MarketEvent> events = new ArrayList<>();
        LineFile.read(name, content, (number, line) -> {
            if (number == 1) {
                LineFile.requireHeader(line, header);
                return;
            }
            String[] cells = LineFile.cells(line, header);
            Instant ts = Values.time("ts", cells[0]);
            if (!events.isEmpty() && ts.isBefore(events.get(events.size() - 1).ts())) {
                throw new IllegalArgumentException("the rows must be ascending in ts");
            }
            events.add(maker.make(ts, Values.decimal(column, cells[1])));
        });
        return events;
    }
}
