package dev.okx4j.paper.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A class as a list of fields, and how to make an object of it. */
final class Shape {
    /** Only objects of this project are taken apart. */
    private static final String OURS = "dev.okx4j.paper.";

    final Class<?> type;
    final Field[] fields;
    /** Names and types of the fields: another text means another version of the class. */
    final String text;
    /** Takes the components of a record, or makes any other object without running a constructor of it. */
    private final Constructor<?> constructor;

    Shape(Class<?> type) {
        if (!type.getName().startsWith(OURS) || type.isHidden() || type.isSynthetic()) {
            throw new IllegalArgumentException("a snapshot has no room for a " + type.getName());
        }
        this.type = type;
        this.fields = type.isRecord() ? components(type) : fields(type);
        StringBuilder named = new StringBuilder();
        for (Field field : fields) {
            field.setAccessible(true);
            named.append(field.getName()).append(' ').append(field.getType().getName()).append(';');
        }
        this.text = named.toString();
        this.constructor = type.isRecord() ? canonical(type) : blank(type);
        constructor.setAccessible(true);
    }

    /** Returns a record of these components, or an object whose fields are all still empty when there are none. */
    Object make(Object... components) {
        try {
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make a " + type.getName(), e);
        }
    }

    private static Field[] components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> {
                    try {
                        return type.getDeclaredField(name);
                    } catch (NoSuchFieldException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(Field[]::new);
    }

    private static Field[] fields(Class<?> type) {
        List<Field> found = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .filter(field -> !Modifier.isTransient(field.getModifiers()))
                    .sorted(Comparator.comparing(Field::getName))
                    .forEach(found::add);
        }
        return found.toArray(Field[]::new);
    }

    private static Constructor<?> canonical(Class<?> type) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the JDK offers to those who read objects from bytes: it makes one without its class's constructors. */
    private static Constructor<?> blank(Class<?> type) {
        try {
            Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
            Method make =
                    factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
            return (Constructor<?>) make.invoke(
                    factory.getMethod("getReflectionFactory").invoke(null), type, Object.class.getConstructor());
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("this Java cannot read snapshots", e);
        }
    }
}
