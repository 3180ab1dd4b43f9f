package dev.okx4j.client.stream;

import dev.okx4j.client.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A row with every documented field of a channel and none other, of a value that fits both the documentation and the record. */
@NullUnmarked
final class DocumentedRow {
    private static final Set<String> NO_KIND = Set.of("preOpenBegin", "recurringTime");

    private final Map<String, String> fields;
    /** Documented fields that the record has no component for, or one of another kind. */
    final List<String> wrong = new ArrayList<>();

    DocumentedRow(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Returns the row as an object. */
    Map<String, Object> object(Class<?> record) {
        return object(record, "");
    }

    /** Returns the row as an array of columns in the documented order. */
    List<Object> columns(Class<?> record) {
        return List.copyOf(object(record).values());
    }

    private Map<String, Object> object(Class<?> record, String prefix) {
        Map<String, Object> row = new LinkedHashMap<>();
        fields.forEach((path, kind) -> {
            String name = path.substring(Math.min(prefix.length(), path.length()));
            if (path.startsWith(prefix) && !name.contains(".")) {
                RecordComponent component = component(record, name);
                if (component == null || !fits(name, kind, component.getType())) {
                    wrong.add(path + ":" + kind);
                } else {
                    row.put(name, value(component.getGenericType(), path, kind));
                }
            }
        });
        return row;
    }

    private static RecordComponent component(Class<?> record, String name) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        return null;
    }

    /** The reference guesses kinds from samples: a number may be a code and a text a number, but a time is a time. */
    private static boolean fits(String name, String kind, Class<?> type) {
        return NO_KIND.contains(name)
                || switch (kind) {
                    case "number" ->
                        Set.of(BigDecimal.class, Integer.class, Long.class, String.class)
                                .contains(type);
                    case "time" -> type == Instant.class;
                    case "bool" -> type == Boolean.class;
                    case "list", "levels" -> type == List.class;
                    default -> type != Instant.class;
                };
    }

    private Object value(Type type, String path, String kind) {
        if (type instanceof ParameterizedType many) {
            Type item = many.getActualTypeArguments()[0];
            if (many.getRawType() == Map.class) {
                return Map.of("comment", "x");
            }
            return List.of(kind.equals("levels") ? List.of("1.5", "2", "7", "3") : value(item, path, kind));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return object(plain, path + ".");
        }
        if (plain.isEnum()) {
            return kind.contains("|") || !kind.equals("text")
                    ? kind.split("\\|", -1)[0]
                    : Json.write(List.of(plain.getEnumConstants()[0])).replaceAll("[\\[\\]\"]", "");
        }
        return Map.of(
                        BigDecimal.class,
                        "1.5",
                        Integer.class,
                        "7",
                        Long.class,
                        "7",
                        Instant.class,
                        "1597026383085",
                        Boolean.class,
                        "true")
                .getOrDefault(plain, "x");
    }
}
