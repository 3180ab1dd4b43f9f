package dev.okx4j.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How OKX writes single values: as strings, with the empty string for "none"; times and durations in milliseconds. */
final class WireValues implements JsonAdapter.Factory {
    private static final Map<Type, JsonAdapter<?>> ADAPTERS = Map.of(
            String.class, text(s -> s, s -> s),
            BigDecimal.class, text(WireValues::decimal, BigDecimal::toPlainString),
            Instant.class, text(WireValues::instant, t -> Long.toString(t.toEpochMilli())),
            Duration.class,
                    text(
                            s -> Duration.ofMillis(decimal(s).longValueExact()),
                            duration -> Long.toString(duration.toMillis())),
            Integer.class, text(s -> decimal(s).intValueExact(), i -> i),
            Long.class, text(s -> decimal(s).longValueExact(), l -> l),
            Boolean.class, new Bool());

    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        Class<?> raw = Types.getRawType(type);
        return raw.isEnum() ? new WireEnum<>(raw.asSubclass(Enum.class)) : ADAPTERS.get(type);
    }

    private static BigDecimal decimal(String s) {
        try {
            return Decimals.parse(s);
        } catch (JsonException e) {
            throw new JsonDataException(e.getMessage(), e);
        }
    }

    private static Instant instant(String s) {
        return Instant.ofEpochMilli(decimal(s).longValueExact());
    }

    private static <T> JsonAdapter<T> text(Function<String, T> read, Function<T, Object> write) {
        return new Text<>(read, write);
    }

    /** A value written as a string, or as a number where OKX does so. */
    private static final class Text<T> extends JsonAdapter<T> {
        private final Function<String, T> read;
        private final Function<T, Object> write;

        Text(Function<String, T> read, Function<T, Object> write) {
            this.read = read;
            this.write = write;
        }

        @Override
        public @Nullable T fromJson(JsonReader reader) throws IOException {
            if (reader.peek() == JsonReader.Token.NULL) {
                return reader.nextNull();
            }
            String path = reader.getPath();
            String text = reader.nextString();
            try {
                return text.isEmpty() ? null : read.apply(text);
            } catch (ArithmeticException | JsonDataException e) {
                throw new JsonDataException(JsonException.quote(text) + " does not fit at " + path, e);
            }
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
            Object wire = value == null ? null : write.apply(value);
            if (wire instanceof Number number) {
                writer.value(number);
            } else {
                writer.value((String) wire);
            }
        }
    }

    /** A yes or no, which OKX writes as a literal in some places and as a string in others. */
    private static final class Bool extends JsonAdapter<Boolean> {
        @Override
        public @Nullable Boolean fromJson(JsonReader reader) throws IOException {
            if (reader.peek() == JsonReader.Token.NULL) {
                return reader.nextNull();
            }
            if (reader.peek() == JsonReader.Token.BOOLEAN) {
                return reader.nextBoolean();
            }
            String path = reader.getPath();
            String text = reader.nextString();
            return switch (text) {
                case "" -> null;
                case "true" -> true;
                case "false" -> false;
                default ->
                    throw new JsonDataException(JsonException.quote(text) + " is neither true nor false at " + path);
            };
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Boolean value) throws IOException {
            writer.value(value);
        }
    }
}
