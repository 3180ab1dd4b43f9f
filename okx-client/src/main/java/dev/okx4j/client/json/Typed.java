package dev.okx4j.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees to records and back, by Moshi; held apart so that trees are parsed and written without loading any of it. */
final class Typed {
    private static final Moshi MOSHI =
            new Moshi.Builder().add(new WireValues()).add(new WireTypes()).build();

    private Typed() {}

    @SuppressWarnings("TypeParameterUnusedInFormals") // a Type says more than a Class can
    static <T> T fromTree(@Nullable Object tree, Type type) {
        JsonAdapter<T> adapter = MOSHI.adapter(type);
        T value;
        try {
            value = adapter.fromJsonValue(tree);
        } catch (JsonDataException e) {
            throw new JsonException("Not a " + type.getTypeName() + ": " + e.getMessage(), e);
        }
        if (value == null) {
            throw new JsonException("Not a " + type.getTypeName() + ": null");
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> toTree(Object row) {
        JsonAdapter<Object> adapter = (JsonAdapter<Object>) MOSHI.adapter(row.getClass());
        Object tree = adapter.toJsonValue(row);
        if (tree instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(row.getClass() + " is not a record");
    }
}
