package dev.okx4j.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an enum by its wire names; a value that is new to this client becomes {@code UNKNOWN}. */
final class WireEnum<E extends Enum<E>> extends JsonAdapter<E> {
    private final Map<String, E> constants = new HashMap<>();
    private final @Nullable E unknown;

    WireEnum(Class<E> type) {
        E other = null;
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals("UNKNOWN")) {
                other = constant;
            }
            constants.put(WireNames.of(constant), constant);
        }
        this.unknown = other;
    }

    @Override
    public @Nullable E fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        String text = reader.nextString();
        return text.isEmpty() ? null : constants.getOrDefault(text, unknown);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable E value) throws IOException {
        writer.value(value == null ? null : WireNames.of(value));
    }
}
