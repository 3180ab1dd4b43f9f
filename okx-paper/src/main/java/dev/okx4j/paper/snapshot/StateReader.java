package dev.okx4j.paper.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link StateWriter} has written, into objects that a program has made already: where one of the same class
 * stands, it is filled; elsewhere a new one is made. This class is <em>not</em> threadsafe.
 */
public final class StateReader {
    private static final Object OPEN = new Object();

    private final byte[] in;
    private final int end;
    private int at;
    private final List<Class<?>> classes = new ArrayList<>();
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final Map<Class<?>, Function<String, @Nullable Object>> named = new HashMap<>();
    private final List<Object> numbered = new ArrayList<>();
    private final Recent recent = new Recent();
    /** Objects of the program that have been filled: each stands for one that was written. */
    private final Set<Object> filled = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Reads bytes from an offset to another. */
    public StateReader(byte[] in, int from, int end) {
        this.in = in;
        this.at = from;
        this.end = end;
    }

    /** Finds objects of a class by the name that was written; null when there is none. */
    public StateReader name(Class<?> type, Function<String, @Nullable Object> find) {
        named.put(type, find);
        return this;
    }

    /**
     * Returns the next value.
     *
     * @param standing what the program has in its place, to be filled; null when there is nothing
     * @throws IOException if it was written by another version of the program, or is damaged
     */
    public @Nullable Object read(@Nullable Object standing) throws IOException {
        try {
            return value(standing);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new EOFException("it ends in the middle");
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private @Nullable Object value(@Nullable Object standing) throws IOException {
        int tag = one();
        return switch (tag) {
            case Tag.NULL -> null;
            case Tag.TRUE -> true;
            case Tag.FALSE -> false;
            case Tag.LONG -> number();
            case Tag.INT -> (int) number();
            case Tag.STRING -> remembered(text());
            case Tag.DECIMAL -> remembered(decimal());
            case Tag.STRING_AGAIN, Tag.DECIMAL_AGAIN -> Objects.requireNonNull(recent.at((int) number()));
            case Tag.INSTANT -> Instant.ofEpochSecond(number(), number());
            case Tag.DATE -> LocalDate.ofEpochDay(number());
            case Tag.DURATION -> Duration.ofSeconds(number(), number());
            case Tag.ENUM -> type().getEnumConstants()[(int) number()];
            case Tag.NAMED -> named();
            case Tag.SEEN -> seen();
            case Tag.LIST -> list(standing);
            case Tag.MAP -> map(standing);
            case Tag.ARRAY -> array(standing);
            case Tag.RECORD -> record();
            case Tag.OBJECT -> object(standing);
            default -> throw new IOException("it holds a " + tag + ", which no version has written");
        };
    }

    private Object named() throws IOException {
        Class<?> type = type();
        String name = (String) Objects.requireNonNull(value(null));
        Function<String, @Nullable Object> find = named.get(type);
        Object found = find == null ? null : find.apply(name);
        if (found == null) {
            throw new IOException("it is about " + name + ", which is not there");
        }
        return found;
    }

    private Object seen() throws IOException {
        Object seen = numbered.get((int) number());
        if (seen == OPEN) {
            throw new IOException("something immutable refers to itself");
        }
        return seen;
    }

    /** Returns what is to be filled: what stands there, unless it is of another class or stands for something else. */
    private @Nullable Object free(@Nullable Object standing, Class<?> type) {
        return standing != null && standing.getClass() == type && filled.add(standing) ? standing : null;
    }

    @SuppressWarnings("unchecked")
    private Object list(@Nullable Object standing) throws IOException {
        Container container = Container.at(one());
        int size = (int) number();
        int number = numbered.size();
        numbered.add(OPEN);
        boolean same = standing != null && Container.of(standing) == container && container != Container.FIXED_LIST && container != Container.FIXED_SET;
        Object target = same && filled.add(Objects.requireNonNull(standing)) ? standing : container.fresh();
        Collection<@Nullable Object> list = (Collection<@Nullable Object>) target;
        if (container != Container.FIXED_LIST && container != Container.FIXED_SET) {
            numbered.set(number, list);
        }
        List<@Nullable Object> before = target == standing ? new ArrayList<>(list) : List.of();
        list.clear();
        if (list instanceof ArrayList<?> array) {
            array.ensureCapacity(size);
        }
        for (int i = 0; i < size; i++) {
            list.add(value(i < before.size() ? before.get(i) : null));
        }
        Object sealed = container.seal(list);
        numbered.set(number, sealed);
        return sealed;
    }

    @SuppressWarnings("unchecked")
    private Object map(@Nullable Object standing) throws IOException {
        Container container = Container.at(one());
        int size = (int) number();
        int number = numbered.size();
        numbered.add(OPEN);
        boolean same = standing != null && Container.of(standing) == container && container != Container.FIXED_MAP;
        Object target = same && filled.add(Objects.requireNonNull(standing)) ? standing : container.fresh();
        Map<@Nullable Object, @Nullable Object> map = (Map<@Nullable Object, @Nullable Object>) target;
        if (container != Container.FIXED_MAP) {
            numbered.set(number, map);
        }
        Map<@Nullable Object, @Nullable Object> before = target == standing ? new HashMap<>(map) : Map.of();
        map.clear();
        for (int i = 0; i < size; i++) {
            Object key = value(null);
            map.put(key, value(key == null ? null : before.get(key)));
        }
        Object sealed = container.seal(map);
        numbered.set(number, sealed);
        return sealed;
    }

    private Object array(@Nullable Object standing) throws IOException {
        Class<?> type = type();
        int length = (int) number();
        Object array = free(standing, type.arrayType());
        if (array == null || Array.getLength(array) != length) {
            array = Array.newInstance(type, length);
        }
        numbered.add(array);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, value(null));
        }
        return array;
    }

    private Object record() throws IOException {
        Shape shape = shape();
        int number = numbered.size();
        numbered.add(OPEN);
        @Nullable Object[] components = new Object[shape.fields.length];
        for (int i = 0; i < components.length; i++) {
            Class<?> type = shape.fields[i].getType();
            components[i] = type.isPrimitive() ? primitive(type) : value(null);
        }
        Object made = shape.make(components);
        numbered.set(number, made);
        return made;
    }

    private Object object(@Nullable Object standing) throws IOException {
        Shape shape = shape();
        Object found = free(standing, shape.type);
        Object target = found == null ? shape.make() : found;
        numbered.add(target);
        try {
            for (Field field : shape.fields) {
                Class<?> type = field.getType();
                if (type == boolean.class) {
                    field.setBoolean(target, one() != 0);
                } else if (type == long.class) {
                    field.setLong(target, number());
                } else if (type == int.class) {
                    field.setInt(target, (int) number());
                } else {
                    Object before = found == null ? null : field.get(target);
                    Object after = value(before);
                    if (after != before) {
                        field.set(target, after);
                    }
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return target;
    }

    private Object primitive(Class<?> type) throws IOException {
        if (type == boolean.class) {
            return one() != 0;
        }
        return type == long.class ? (Object) number() : (Object) (int) number();
    }

    private Shape shape() throws IOException {
        Shape shape = shapes.get(type());
        if (shape == null) {
            throw new IOException("it holds something that has no fields");
        }
        return shape;
    }

    /** Returns a class, which must have the fields that it had when it was first written. */
    private Class<?> type() throws IOException {
        int number = (int) number();
        if (number < classes.size()) {
            return classes.get(number);
        }
        String name = text();
        String fields = text();
        Class<?> type;
        try {
            type = Class.forName(name, false, StateReader.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException("it holds a " + name + ", which this version does not have", e);
        }
        if (!type.isEnum() && !named.containsKey(type) && type.getName().startsWith("dev.")) {
            Shape shape = new Shape(type);
            if (!shape.text.equals(fields)) {
                throw new IOException("it holds a " + name + " with other fields than this version's");
            }
            shapes.put(type, shape);
        }
        classes.add(type);
        return type;
    }

    private Object remembered(Object value) {
        recent.put(value);
        return value;
    }

    private BigDecimal decimal() throws IOException {
        boolean small = one() == 0;
        int scale = (int) number();
        return small ? BigDecimal.valueOf(number(), scale) : new BigDecimal(new BigInteger(bytes()), scale);
    }

    private String text() throws IOException {
        return new String(bytes(), UTF_8);
    }

    private byte[] bytes() throws IOException {
        int length = (int) number();
        if (length < 0 || length > end - at) {
            throw new EOFException("it ends in the middle");
        }
        at += length;
        return Arrays.copyOfRange(in, at - length, at);
    }

    private int one() throws EOFException {
        if (at >= end) {
            throw new EOFException("it ends in the middle");
        }
        return in[at++];
    }

    private long number() throws EOFException {
        long rest = 0;
        int next;
        for (int shift = 0; ; shift += 7) {
            next = one();
            rest |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0 || shift > 63) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
    }
}
