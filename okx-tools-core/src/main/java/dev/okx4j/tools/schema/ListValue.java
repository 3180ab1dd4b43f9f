package dev.okx4j.tools.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list of objects that are all of one record.
 *
 * @param item what each object holds
 * @param min the fewest objects
 * @param max the most objects
 */
record ListValue(ArgumentsType<?> item, int min, int max) implements ValueType {
    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = ValueType.schemaOf("array");
        schema.put("items", item.schema());
        schema.put("minItems", min);
        schema.put("maxItems", max);
        return schema;
    }

    /** Returns the records in their order; every item that has to change is named by its index, from 0. */
    @Override
    public Object read(String name, Object value) {
        if (!(value instanceof List<?> given) || given.size() < min || given.size() > max) {
            String found = value instanceof List<?> list ? "it had " + list.size() : "it was " + ValueType.quote(value);
            throw new ArgumentException(name + " must be a list of " + min + " to " + max + " objects with "
                    + String.join(", ", item.names()) + "; " + found + ".");
        }
        List<Record> records = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String where = name + "[" + i + "]";
            if (!(given.get(i) instanceof Map<?, ?> fields)) {
                problems.add(where + " must be an object with " + String.join(", ", item.names()) + ".");
                continue;
            }
            try {
                records.add(item.bind(fields));
            } catch (ArgumentException e) {
                problems.add(where + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw ArgumentException.of(problems);
        }
        return List.copyOf(records);
    }
}
