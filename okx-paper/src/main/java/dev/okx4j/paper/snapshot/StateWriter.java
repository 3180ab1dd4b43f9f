package dev.okx4j.paper.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes object graphs, each object once however often it is referred to. Decimals keep their scale and collections their
 * order. This class is <em>not</em> threadsafe.
 */
public final class StateWriter implements Closeable {
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final OutputStream out;
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final Map<Class<?>, Integer> classes = new HashMap<>();
    private final Map<Class<?>, Function<Object, String>> named = new HashMap<>();
    private final Numbers numbers = new Numbers();
    private final Recent recent = new Recent();

    public StateWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes objects of a class by name only, because the reader has them. */
    public <T> StateWriter name(Class<T> type, Function<T, String> name) {
        named.put(type, value -> name.apply(type.cast(value)));
        return this;
    }

    /**
     * Writes a value and all that it refers to.
     *
     * @throws IllegalArgumentException if something among it cannot be written, such as a function or a thread; it is named
     */
    public void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.write(Tag.NULL);
        } else if (value instanceof String || value instanceof BigDecimal) {
            repeatable(value);
        } else if (value instanceof Enum<?> constant) {
            out.write(Tag.ENUM);
            type(constant.getDeclaringClass(), "");
            number(constant.ordinal());
        } else if (value instanceof Instant instant) {
            out.write(Tag.INSTANT);
            number(instant.getEpochSecond());
            number(instant.getNano());
        } else if (value instanceof Boolean flag) {
            out.write(flag ? Tag.TRUE : Tag.FALSE);
        } else if (value instanceof Long number) {
            out.write(Tag.LONG);
            number(number);
        } else if (value instanceof Integer number) {
            out.write(Tag.INT);
            number(number);
        } else if (value instanceof LocalDate date) {
            out.write(Tag.DATE);
            number(date.toEpochDay());
        } else if (value instanceof Duration duration) {
            out.write(Tag.DURATION);
            number(duration.getSeconds());
            number(duration.getNano());
        } else {
            referred(value);
        }
    }

    private void referred(Object value) throws IOException {
        Function<Object, String> name = named.get(value.getClass());
        if (name != null) {
            out.write(Tag.NAMED);
            type(value.getClass(), "");
            write(name.apply(value));
            return;
        }
        int seen = numbers.seen(value);
        if (seen >= 0) {
            out.write(Tag.SEEN);
            number(seen);
            return;
        }
        Container container = Container.of(value);
        if (container != null && container.isMap()) {
            Map<?, ?> map = (Map<?, ?>) value;
            begin(Tag.MAP, container, map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey());
                write(entry.getValue());
            }
        } else if (container != null) {
            Collection<?> list = (Collection<?>) value;
            begin(Tag.LIST, container, list.size());
            for (Object each : list) {
                write(each);
            }
        } else if (value.getClass().isArray()) {
            array(value);
        } else {
            object(value);
        }
    }

    private void begin(int tag, Container container, int size) throws IOException {
        out.write(tag);
        out.write(container.ordinal());
        number(size);
    }

    private void array(Object value) throws IOException {
        out.write(Tag.ARRAY);
        int length = Array.getLength(value);
        type(Objects.requireNonNull(value.getClass().getComponentType()), "");
        number(length);
        for (int i = 0; i < length; i++) {
            write(Array.get(value, i));
        }
    }

    private void object(Object value) throws IOException {
        Shape shape = shapes.get(value.getClass());
        if (shape == null) {
            shape = new Shape(value.getClass());
            shapes.put(value.getClass(), shape);
        }
        out.write(shape.type.isRecord() ? Tag.RECORD : Tag.OBJECT);
        type(shape.type, shape.text);
        for (Field field : shape.fields) {
            try {
                Class<?> type = field.getType();
                if (type == long.class || type == int.class) {
                    number(field.getLong(value));
                } else if (type == boolean.class) {
                    out.write(field.getBoolean(value) ? 1 : 0);
                } else {
                    write(field.get(value));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            } catch (NoRoomException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new NoRoomException(field + ": " + e.getMessage(), e);
            }
        }
    }

    /** Tells the field for which there is no room once, however deep it lies. */
    private static final class NoRoomException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        NoRoomException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Writes a class: its name and shape the first time, its number from then on. */
    private void type(Class<?> type, String shape) throws IOException {
        Integer known = classes.putIfAbsent(type, classes.size());
        if (known != null) {
            number(known);
            return;
        }
        number(classes.size() - 1L);
        text(type.getName());
        text(shape);
    }

    private void repeatable(Object value) throws IOException {
        boolean text = value instanceof String;
        int slot = Recent.slot(value);
        if (value.equals(recent.at(slot))) {
            out.write(text ? Tag.STRING_AGAIN : Tag.DECIMAL_AGAIN);
            number(slot);
            return;
        }
        recent.put(value);
        out.write(text ? Tag.STRING : Tag.DECIMAL);
        if (value instanceof BigDecimal decimal) {
            decimal(decimal);
        } else {
            text((String) value);
        }
    }

    private void decimal(BigDecimal value) throws IOException {
        BigInteger unscaled = value.unscaledValue();
        boolean small = unscaled.abs().compareTo(MAX) <= 0;
        out.write(small ? 0 : 1);
        number(value.scale());
        if (small) {
            number(unscaled.longValue());
        } else {
            bytes(unscaled.toByteArray());
        }
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(UTF_8));
    }

    private void bytes(byte[] bytes) throws IOException {
        number(bytes.length);
        out.write(bytes);
    }

    /** Writes a number in as few bytes as it needs, small negative ones too. */
    private void number(long number) throws IOException {
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
