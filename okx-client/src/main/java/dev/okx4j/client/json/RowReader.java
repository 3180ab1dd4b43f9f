package dev.okx4j.client.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of one record straight from a text, for rows that come by the thousand: to the same values as {@link Json#fromTree}, without a
 * tree between.
 *
 * @param <E> the record
 */
public final class RowReader<E> {
    private final MethodHandle constructor;
    private final Names names;
    private final Cell[] cells;

    private RowReader(MethodHandle constructor, Names names, Cell[] cells) {
        this.constructor = constructor;
        this.names = names;
        this.cells = cells;
    }

    /** Returns the reader of a record whose components are text, numbers, times, enums, other records, or lists or tables of such. */
    public static <E> RowReader<E> of(Class<E> record) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandle constructor = MethodHandles.publicLookup()
                    .findConstructor(record, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RowReader<>(
                    constructor,
                    new Names(Arrays.stream(components)
                            .map(RecordComponent::getName)
                            .toArray(String[]::new)),
                    Arrays.stream(components)
                            .map(c -> Cell.of(c.getGenericType()))
                            .toArray(Cell[]::new));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record + " is not a public record", e);
        }
    }

    /**
     * Reads and returns a row, from an object or from an array with a column for each component; null where the text has none.
     *
     * @throws JsonException if it is not a row of this kind
     */
    public @Nullable E read(JsonScanner json) {
        if (json.absent()) {
            return null;
        }
        @Nullable Object[] values = new Object[cells.length];
        if (json.next() == '[') {
            columns(json, values);
        } else {
            fields(json, values);
        }
        return make(values);
    }

    private void fields(JsonScanner json, @Nullable Object[] values) {
        json.beginObject();
        for (int name = json.name(names); name != JsonScanner.END; name = json.name(names)) {
            if (name == JsonScanner.OTHER) {
                json.skip();
            } else {
                values[name] = cells[name].read(json);
            }
        }
    }

    private void columns(JsonScanner json, @Nullable Object[] values) {
        json.beginArray();
        for (int column = 0; json.element(); column++) {
            if (column < cells.length) {
                values[column] = cells[column].read(json);
            } else {
                json.skip();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private E make(@Nullable Object[] values) {
        try {
            return (E) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A record's constructor threw a checked exception", e);
        }
    }
}
