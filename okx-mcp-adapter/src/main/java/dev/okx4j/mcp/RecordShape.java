package dev.okx4j.mcp;

import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one record of the MCP SDK is taken apart and put together.
 *
 * <p>JSON names follow a rule and the few exceptions below, rather than the SDK's Jackson annotations: reading an annotation makes
 * the JVM generate a proxy class, which a server pays for at every start. A test compares the rule with the annotations of all
 * the records that this server reads or writes.
 */
final class RecordShape {
    private static final Map<String, String> EXCEPTIONS =
            Map.of("meta", "_meta", "defs", "$defs", "defaultValue", "default");

    private final List<Part> parts;
    private final Executable maker;

    /** One component: its name in JSON, its type, and the method that reads it. */
    record Part(String json, Type type, Method accessor) {
        @Nullable
        Object of(Object owner) {
            return call(accessor, owner);
        }
    }

    RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        parts = new ArrayList<>(components.length);
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            types[i] = component.getType();
            component.getAccessor().setAccessible(true);
            parts.add(new Part(jsonName(component.getName()), component.getGenericType(), component.getAccessor()));
        }
        maker = maker(type, types);
        maker.setAccessible(true);
    }

    /** Prefers the SDK's own lenient factory, which fills in what old clients leave out. */
    private static Executable maker(Class<?> type, Class<?>[] components) {
        try {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals("fromJson")) {
                    return type.getDeclaredMethod("fromJson", components);
                }
            }
            return type.getDeclaredConstructor(components);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no way to make a " + type.getName(), e);
        }
    }

    static String jsonName(String component) {
        return EXCEPTIONS.getOrDefault(component, component);
    }

    /** Returns the JSON name of an enum constant: THIS_SERVER is "thisServer". */
    static String jsonName(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return name.toString();
    }

    List<Part> parts() {
        return parts;
    }

    /** Returns a new record of the values, which are in the order of {@link #parts()}. */
    Object make(@Nullable Object[] values) {
        try {
            return maker instanceof Method factory
                    ? factory.invoke(null, values)
                    : ((java.lang.reflect.Constructor<?>) maker).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    e.getCause() == null ? e.toString() : e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object call(Method method, Object owner) {
        try {
            return method.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
