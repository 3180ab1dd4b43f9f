package dev.okx4j.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a tool found, before it is cut to size and written: one value, or rows of which only the first may fit.
 *
 * <p>This class is immutable; each method returns a changed copy.
 */
public final class Answer {
    private final @Nullable Object value;
    private final List<?> rows;
    private final Map<String, Object> head;
    private final @Nullable String rowsKey;
    private final Map<String, Object> notes;
    private final String cursor;
    private final @Nullable Function<Integer, String> cursorAfter;
    private final boolean more;

    private Answer(
            @Nullable Object value,
            List<?> rows,
            Map<String, Object> head,
            @Nullable String rowsKey,
            Map<String, Object> notes,
            String cursor,
            @Nullable Function<Integer, String> cursorAfter,
            boolean more) {
        this.value = value;
        this.rows = rows;
        this.head = head;
        this.rowsKey = rowsKey;
        this.notes = notes;
        this.cursor = cursor;
        this.cursorAfter = cursorAfter;
        this.more = more;
    }

    /** Returns an answer of one value: a tree or a record. One that is too long for a result is an error, not cut. */
    public static Answer of(Object value) {
        return new Answer(value, List.of(), Map.of(), null, Map.of(), "", null, false);
    }

    /** Returns an answer of rows, each a tree or a record. */
    public static Answer rows(List<?> rows) {
        return new Answer(null, rows, Map.of(), null, Map.of(), "", null, false);
    }

    /**
     * Returns an answer of an object with some facts, and rows under a key of their own.
     *
     * @param head facts that are always shown
     * @param key the name of the rows in the object
     * @param rows trees or records, of which the last may be cut
     */
    public static Answer rows(Map<String, Object> head, String key, List<?> rows) {
        return new Answer(null, rows, head, key, Map.of(), "", null, false);
    }

    /**
     * Returns an answer of rows under one header, which spares a reader the field names of every row.
     *
     * @param columns the header
     * @param rows the cells of each row, in the order of the header
     */
    public static Answer table(List<String> columns, List<? extends List<?>> rows) {
        return rows(Map.of("columns", columns), "rows", rows);
    }

    /**
     * Returns this answer with the way to what follows.
     *
     * @param argument the argument to repeat the call with
     * @param more whether the exchange holds more than these rows
     * @param after the argument's value after the row with the given index
     */
    public Answer next(String argument, boolean more, Function<Integer, String> after) {
        return new Answer(value, rows, head, rowsKey, notes, argument, after, more);
    }

    /** Returns this answer with a fact beside the data; notes are never cut. */
    public Answer note(String key, Object fact) {
        Map<String, Object> added = new LinkedHashMap<>(notes);
        added.put(key, fact);
        return new Answer(value, rows, head, rowsKey, added, cursor, cursorAfter, more);
    }

    @Nullable
    Object value() {
        return value;
    }

    List<?> rows() {
        return rows;
    }

    Map<String, Object> notes() {
        return notes;
    }

    /** Returns the data with the given rows in their place. */
    Object dataWith(List<?> chosen) {
        if (rowsKey == null) {
            return chosen;
        }
        Map<String, Object> data = new LinkedHashMap<>(head);
        data.put(rowsKey, chosen);
        return data;
    }

    /** Returns how to get what follows the first rows, or nothing if nothing does. */
    @Nullable
    Object nextAfter(int count) {
        int omitted = rows.size() - count;
        if (cursorAfter != null && count > 0 && (more || omitted > 0)) {
            return Map.of(cursor, cursorAfter.apply(count - 1));
        }
        return omitted > 0
                ? Map.of("omitted", omitted, "hint", "too long to show: ask for less with the filters")
                : null;
    }
}
