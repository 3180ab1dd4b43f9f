package dev.okx4j.client.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the value of one component of a row; the empty string is null, as OKX means it. */
@FunctionalInterface
interface Cell {
    @Nullable
    Object read(JsonScanner json);

    /** Returns what reads values of a type. */
    static Cell of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class ? orNull(table(of(of[1]))) : orNull(list(of(of[0])));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return RowReader.of(plain)::read;
        }
        return orNull(plain.isEnum() ? word(plain) : scalar(plain));
    }

    private static Cell scalar(Class<?> type) {
        if (type == String.class) {
            return JsonScanner::text;
        }
        if (type == BigDecimal.class) {
            return Cell::decimal;
        }
        if (type == Instant.class) {
            return json -> Instant.ofEpochMilli(json.whole());
        }
        if (type == Long.class) {
            return JsonScanner::whole;
        }
        if (type == Integer.class) {
            return Cell::integer;
        }
        if (type == Boolean.class) {
            return JsonScanner::bool;
        }
        throw new IllegalArgumentException(type + " has no JSON form");
    }

    private static Cell orNull(Cell cell) {
        return json -> json.absent() ? null : cell.read(json);
    }

    private static BigDecimal decimal(JsonScanner json) {
        json.decimal();
        BigDecimal wide = json.wide();
        return wide == null ? BigDecimal.valueOf(json.mantissa(), json.scale()) : wide;
    }

    private static Integer integer(JsonScanner json) {
        long value = json.whole();
        if (value != (int) value) {
            throw json.error("Too large");
        }
        return (int) value;
    }

    private static Cell word(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        Object unknown = null;
        for (Object each : type.getEnumConstants()) {
            Enum<?> constant = (Enum<?>) each;
            constants.put(WireNames.of(constant), constant);
            unknown = constant.name().equals("UNKNOWN") ? constant : unknown;
        }
        Object other = unknown;
        return json -> constants.getOrDefault(json.text(), other);
    }

    private static Cell list(Cell item) {
        return json -> {
            List<@Nullable Object> list = new ArrayList<>();
            json.beginArray();
            while (json.element()) {
                list.add(item.read(json));
            }
            return Collections.unmodifiableList(list);
        };
    }

    private static Cell table(Cell value) {
        return json -> {
            Map<String, @Nullable Object> table = new LinkedHashMap<>();
            json.beginObject();
            for (String name = json.anyName(); name != null; name = json.anyName()) {
                table.put(name, value.read(json));
            }
            return Collections.unmodifiableMap(table);
        };
    }
}
