package dev.okx4j.paper.state;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns records of plain values into trees of text and back; what is null is left out. */
final class RecordText {
    private RecordText() {}

    /** Returns a record as a tree: decimals, times and durations as text, enums by name, nulls left out. */
    static Map<String, Object> write(Record record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = call(component, record);
            if (value != null) {
                tree.put(component.getName(), text(value));
            }
        }
        return tree;
    }

    /** Returns the record of a tree; a component that is missing is null, or false. */
    static <R extends Record> R read(Class<R> type, Map<?, ?> tree) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object text = tree.get(components[i].getName());
            values[i] = text == null ? absent(components[i].getType()) : value(components[i].getGenericType(), text);
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make a " + type.getSimpleName() + " of " + tree, e);
        }
    }

    /** Returns what a component is that an older journal does not have: a flag was not set, anything else was not given. */
    private static @Nullable Object absent(Class<?> type) {
        return type == boolean.class ? Boolean.FALSE : null;
    }

    private static @Nullable Object call(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a value as JSON can hold it. */
    private static Object text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Record record) {
            return write(record);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RecordText::text).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> tree = new LinkedHashMap<>();
            map.forEach((key, item) -> tree.put(key, text(item)));
            return tree;
        }
        if (value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Instant || value instanceof Duration) {
            return value.toString();
        }
        throw new IllegalArgumentException("no text for a " + value.getClass());
    }

    /** Returns the value of a component's type that a text stands for. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object value(Type type, Object text) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (text instanceof List<?> list) {
                return list.stream().map(item -> value(arguments[0], item)).toList();
            }
            Map<String, Object> map = new TreeMap<>();
            ((Map<?, ?>) text).forEach((key, item) -> map.put((String) key, value(arguments[1], item)));
            return map;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == BigDecimal.class) {
            return new BigDecimal((String) text);
        }
        if (plain == Instant.class) {
            return Instant.parse((String) text);
        }
        if (plain == Duration.class) {
            return Duration.parse((String) text);
        }
        if (plain.isEnum()) {
            return Enum.valueOf((Class) plain, (String) text);
        }
        if (plain.isRecord()) {
            return read((Class<? extends Record>) plain, (Map<?, ?>) text);
        }
        return text;
    }
}
