package dev.okx4j.paper.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the events that this exchange has recorded, one a line of NDJSON, in time order. */
final class EventFile {

    private EventFile() {}

    static List<MarketEvent> read(String name, byte[] content) throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        LineFile.read(name, content, (number, line) -> {
            MarketEvent event = EventText.read(line);
            if (!events.isEmpty()
                    && event.ts().isBefore(events.get(events.size() - 1).ts())) {
                throw new IllegalArgumentException("the events must be ascending in ts");
            }
            events.add(event);
        });
        return events;
    }
}
