package dev.okx4j.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How OKX writes lists, tables and rows: an empty string stands for an absent one, and some rows are arrays with a column for each
 * record component.
 */
final class WireTypes implements JsonAdapter.Factory {
    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        Class<?> raw = Types.getRawType(type);
        if (raw == List.class) {
            return new Rows(moshi.nextAdapter(this, type, annotations));
        }
        if (raw == Map.class && type != Map.class) {
            return new Named(moshi.nextAdapter(this, type, annotations));
        }
        return raw.isRecord() ? new Row(raw, moshi.nextAdapter(this, type, annotations)) : null;
    }

    private static boolean isAbsent(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.STRING) {
            try (JsonReader ahead = reader.peekJson()) {
                if (ahead.nextString().isEmpty()) {
                    reader.skipValue();
                    return true;
                }
            }
        }
        return false;
    }

    /** A list that nobody can change. */
    private static final class Rows extends JsonAdapter<List<?>> {
        private final JsonAdapter<List<?>> items;

        Rows(JsonAdapter<List<?>> items) {
            this.items = items;
        }

        @Override
        public @Nullable List<?> fromJson(JsonReader reader) throws IOException {
            List<?> list = isAbsent(reader) ? null : items.fromJson(reader);
            return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable List<?> value) throws IOException {
            items.toJson(writer, value);
        }
    }

    /** Values by name that nobody can change. */
    private static final class Named extends JsonAdapter<Map<?, ?>> {
        private final JsonAdapter<Map<?, ?>> values;

        Named(JsonAdapter<Map<?, ?>> values) {
            this.values = values;
        }

        @Override
        public @Nullable Map<?, ?> fromJson(JsonReader reader) throws IOException {
            Map<?, ?> map = isAbsent(reader) ? null : values.fromJson(reader);
            return map == null ? null : Collections.unmodifiableMap(map);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Map<?, ?> value) throws IOException {
            values.toJson(writer, value);
        }
    }

    /** A record, from an object or from an array of columns. */
    private static final class Row extends JsonAdapter<Object> {
        private final List<String> columns;
        private final JsonAdapter<Object> fields;

        Row(Class<?> type, JsonAdapter<Object> fields) {
            this.columns = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            this.fields = fields;
        }

        @Override
        public @Nullable Object fromJson(JsonReader reader) throws IOException {
            if (reader.peek() == JsonReader.Token.NULL) {
                return reader.nextNull();
            }
            if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                return fields.fromJsonValue(byColumn(reader));
            }
            return isAbsent(reader) ? null : fields.fromJson(reader);
        }

        private Map<String, @Nullable Object> byColumn(JsonReader reader) throws IOException {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            int column = 0;
            reader.beginArray();
            while (reader.hasNext()) {
                Object value = reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : reader.nextString();
                if (column < columns.size()) {
                    named.put(columns.get(column), value);
                }
                column++;
            }
            reader.endArray();
            return named;
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
            fields.toJson(writer, value);
        }
    }
}
