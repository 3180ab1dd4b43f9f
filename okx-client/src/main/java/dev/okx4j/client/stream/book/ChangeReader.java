package dev.okx4j.client.stream.book;

import dev.okx4j.client.json.JsonScanner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one push frame of a book straight from its text, with its fields in any order. */
final class ChangeReader {
    private static final String[] TABLE = {
        "asks",
        "bids",
        "ts",
        "checksum",
        "seqId",
        "prevSeqId",
        "data",
        "arg",
        "action",
        "channel",
        "instId",
        "snapshot",
        "update"
    };
    private static final int ASKS = 0;
    private static final int BIDS = 1;
    private static final int TS = 2;
    private static final int CHECKSUM = 3;
    private static final int SEQ_ID = 4;
    private static final int PREV_SEQ_ID = 5;
    private static final int DATA = 6;
    private static final int ACTION = 8;
    private static final int SNAPSHOT = 11;
    private static final int UPDATE = 12;
    private static final Level[] NOTHING = new Level[0];

    private final JsonScanner json;
    /** A channel that names no action sends whole books. */
    private boolean snapshot = true;

    private Level @Nullable [] asks;
    private Level @Nullable [] bids;
    private long seqId = BookChange.NONE;
    private long prevSeqId = BookChange.NONE;
    private int checksum;
    private long ts = BookChange.NONE;

    ChangeReader(String frame) {
        this.json = new JsonScanner(frame, TABLE);
    }

    BookChange frame() {
        json.beginObject();
        for (int name = json.name(); name != JsonScanner.END; name = json.name()) {
            switch (name) {
                case DATA -> data();
                case ACTION -> action();
                default -> json.skip();
            }
        }
        json.end();
        if (asks == null || bids == null || ts == BookChange.NONE) {
            throw json.error("No row, or a row without asks, bids or ts");
        }
        return new BookChange(snapshot, asks, bids, seqId, prevSeqId, checksum, ts);
    }

    private void action() {
        int action = json.word();
        if (action != SNAPSHOT && action != UPDATE) {
            throw json.error("Neither a snapshot nor an update");
        }
        snapshot = action == SNAPSHOT;
    }

    private void data() {
        json.beginArray();
        if (!json.element()) {
            throw json.error("No row");
        }
        row();
        if (json.element()) {
            throw json.error("More than one row");
        }
    }

    private void row() {
        json.beginObject();
        for (int name = json.name(); name != JsonScanner.END; name = json.name()) {
            switch (name) {
                case ASKS -> asks = levels();
                case BIDS -> bids = levels();
                case TS -> ts = json.whole();
                case CHECKSUM -> checksum();
                case SEQ_ID -> seqId = json.absent() ? BookChange.NONE : json.whole();
                case PREV_SEQ_ID -> prevSeqId = json.absent() ? BookChange.NONE : json.whole();
                default -> json.skip();
            }
        }
    }

    private void checksum() {
        long value = json.absent() ? 0 : json.whole();
        if (value != (int) value) {
            throw json.error("Not a checksum");
        }
        checksum = (int) value;
    }

    private Level[] levels() {
        json.beginArray();
        if (!json.element()) {
            return NOTHING;
        }
        Level[] levels = new Level[4];
        int count = 0;
        do {
            if (count == levels.length) {
                levels = Arrays.copyOf(levels, count * 2);
            }
            levels[count++] = Level.read(json);
        } while (json.element());
        return count == levels.length ? levels : Arrays.copyOf(levels, count);
    }
}
