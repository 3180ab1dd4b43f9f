package dev.okx4j.testing.streams;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares records field by field, numbers by their values. */
final class Fields {
    private static final int MOST = 20;

    private Fields() {}

    /** Adds what differs between rows by their keys; fields that the truth leaves out, or that have some names, are not compared. */
    static <E> void compare(
            String what, Map<String, E> told, Map<String, E> truth, Set<String> aside, List<String> differences) {
        truth.forEach((key, row) -> {
            E other = told.get(key);
            if (other == null) {
                add(differences, what + " " + key + " is missing");
            } else {
                compare(what + " " + key, other, row, aside, differences);
            }
        });
        told.keySet().stream()
                .filter(key -> !truth.containsKey(key))
                .forEach(key -> add(differences, what + " " + key + " is not the exchange's"));
    }

    private static void compare(String what, Object told, Object truth, Set<String> aside, List<String> differences) {
        for (RecordComponent component : truth.getClass().getRecordComponents()) {
            if (!aside.contains(component.getName())) {
                Object one = value(component, told);
                Object other = value(component, truth);
                if (other != null && !equal(one, other)) {
                    add(differences, what + " " + component.getName() + " is " + one + ", not " + other);
                }
            }
        }
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
            return left.compareTo(right) == 0;
        }
        return one == null ? other == null : one.equals(other);
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void add(List<String> differences, String difference) {
        if (differences.size() < MOST) {
            differences.add(difference);
        }
    }
}
