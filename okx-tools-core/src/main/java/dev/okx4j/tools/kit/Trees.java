package dev.okx4j.tools.kit;

import dev.okx4j.client.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of the client as the trees that go out: OKX's names, and the strings that OKX sends. */
final class Trees {
    private Trees() {}

    /** Returns a row as a map of what is present; decimals and times are the strings that OKX sends. */
    @SuppressWarnings("unchecked") // the tree of a record is an object
    static Map<String, Object> of(Record row) {
        return (Map<String, Object>) Json.toTree(row);
    }

    /** Returns some fields of a row, those that are present. */
    static Map<String, Object> pick(Record row, List<String> fields) {
        Map<String, Object> tree = of(row);
        Map<String, Object> picked = new LinkedHashMap<>();
        for (String field : fields) {
            Object value = tree.get(field);
            if (value != null) {
                picked.put(field, value);
            }
        }
        return picked;
    }

    /** Returns rows under the given header; a value that is absent is an empty text. */
    static List<List<Object>> rows(List<String> columns, List<? extends Record> rows) {
        List<List<Object>> table = new ArrayList<>();
        for (Record row : rows) {
            Map<String, Object> tree = of(row);
            List<Object> cells = new ArrayList<>();
            for (String column : columns) {
                Object cell = tree.get(column);
                cells.add(cell == null ? "" : cell);
            }
            table.add(cells);
        }
        return table;
    }
}
