package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentRow;
import java.math.BigDecimal;
import java.util.Map;

/** Writes a listed instrument as OKX's row, in the fields of the public list or of the account's. */
public final class ListedRow {
    private ListedRow() {}

    /** Returns the row of the public list and of the channel of instruments. */
    public static Row of(InstrumentRow recorded) {
        return of(recorded, Fields.INSTRUMENT);
    }

    /** Returns the row of the account's list; neither kind of maker order that it tells of is offered. */
    static Row ofAccount(InstrumentRow recorded) {
        return of(recorded, Fields.ACCOUNT_INSTRUMENT).setAll("0", "elp", "rpi");
    }

    /** Returns what was recorded in the documented fields; {@code state} is live, for it is listed. */
    private static Row of(InstrumentRow recorded, String fields) {
        Row row = new Row(fields);
        Map<String, Object> known = recorded.fields();
        for (String name : row.fields().keySet()) {
            row.setRecorded(name, known.get(name));
        }
        // A row from before OKX had these numbers gets one that is made of its name.
        return row.setRecorded("instIdCode", BigDecimal.valueOf(recorded.spec().instIdCode()))
                .set("state", "live");
    }
}
