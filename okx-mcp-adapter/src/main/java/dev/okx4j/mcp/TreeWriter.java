package dev.okx4j.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the SDK's records into a JSON tree. */
final class TreeWriter {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private TreeWriter() {}

    static RecordShape shape(Class<?> type) {
        return SHAPES.get(type);
    }

    /** Returns the tree of a value; a record's absent components are left out, a map's nulls are kept. */
    static @Nullable Object tree(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        if (value instanceof Enum<?> constant) {
            return RecordShape.jsonName(constant);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            map.forEach((key, element) -> tree.put(String.valueOf(key), tree(element)));
            return tree;
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> tree = new ArrayList<>(elements.size());
            for (Object element : elements) {
                tree.add(tree(element));
            }
            return tree;
        }
        if (value instanceof Record record) {
            return object(record);
        }
        throw new IllegalArgumentException("not JSON: " + value.getClass().getName());
    }

    private static Map<String, @Nullable Object> object(Record record) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (record instanceof McpSchema.Content content) {
            tree.put("type", content.type());
        }
        for (RecordShape.Part part : shape(record.getClass()).parts()) {
            Object value = part.of(record);
            if (value != null) {
                tree.put(part.json(), tree(value));
            }
        }
        return tree;
    }
}
