package dev.okx4j.client.stream;

import dev.okx4j.client.json.JsonScanner;
import dev.okx4j.client.json.RowReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a frame as records. */
final class Rows<E> implements Decoder<E> {
    private static final String[] TABLE = {"data", "eventType", "lastPage", "snapshot"};
    private static final int DATA = 0;
    private static final int EVENT_TYPE = 1;
    private static final int LAST_PAGE = 2;
    private static final int SNAPSHOT = 3;

    private final RowReader<E> reader;
    private final Whole<? super E> whole;

    Rows(Class<E> row, Whole<? super E> whole) {
        this.reader = RowReader.of(row);
        this.whole = whole;
    }

    @Override
    public Update<E> decode(Topic<E> topic, String frame) {
        JsonScanner json = new JsonScanner(frame, TABLE);
        List<E> rows = null;
        boolean said = false;
        boolean last = true;
        json.beginObject();
        for (int name = json.name(); name != JsonScanner.END; name = json.name()) {
            switch (name) {
                case DATA -> rows = rows(json);
                case EVENT_TYPE -> said = !json.absent() && json.word() == SNAPSHOT;
                case LAST_PAGE -> last = json.absent() || json.bool();
                default -> json.skip();
            }
        }
        json.end();
        if (rows == null) {
            throw json.error("No data");
        }
        boolean snapshot = whole.test(said, rows);
        return new Update<>(topic, rows, snapshot, snapshot && !last);
    }

    private List<E> rows(JsonScanner json) {
        List<E> rows = new ArrayList<>(1);
        json.beginArray();
        while (json.element()) {
            @Nullable E row = reader.read(json);
            if (row == null) {
                throw json.error("An absent row");
            }
            rows.add(row);
        }
        return rows.size() == 1 ? List.of(rows.get(0)) : Collections.unmodifiableList(rows);
    }
}
