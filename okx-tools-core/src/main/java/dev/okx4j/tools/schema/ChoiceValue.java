package dev.okx4j.tools.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of a few values, each bound to what the record takes for it; case counts.
 *
 * @param values what the record takes, by the text that stands for it
 */
record ChoiceValue(Map<String, Object> values) implements ValueType {
    static ChoiceValue of(String... texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String text : texts) {
            values.put(text, text);
        }
        return new ChoiceValue(values);
    }

    /** Returns a choice among the constants of an enum, each called what its {@code toString} says. */
    static ChoiceValue of(Class<?> type) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            values.put(constant.toString(), constant);
        }
        return new ChoiceValue(values);
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = ValueType.schemaOf("string");
        schema.put("enum", new ArrayList<>(values.keySet()));
        return schema;
    }

    @Override
    public Object read(String name, Object value) {
        Object bound = value instanceof String text ? values.get(text) : null;
        if (bound == null) {
            throw new ArgumentException(name + " must be one of " + String.join(", ", values.keySet()) + "; it was "
                    + ValueType.quote(value) + "."
                    + NearestName.suggest(String.valueOf(value), List.copyOf(values.keySet())));
        }
        return bound;
    }
}
