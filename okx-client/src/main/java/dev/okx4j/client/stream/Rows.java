package dev.okx4j.client.stream;

import com.squareup.moshi.Types;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** Reads the rows of a frame as records. */
final class Rows<E> implements Decoder<E> {
    private final Type type;
    private final Whole<? super E> whole;

    Rows(Class<E> row, Whole<? super E> whole) {
        this.type = Types.newParameterizedType(List.class, row);
        this.whole = whole;
    }

    @Override
    public Update<E> decode(Topic<E> topic, String frame) {
        if (!(Json.parse(frame) instanceof Map<?, ?> tree)) {
            throw new JsonException("A push is not an object");
        }
        List<E> rows = Json.fromTree(tree.get("data"), type);
        boolean snapshot = whole.test(tree, rows);
        return new Update<>(topic, rows, snapshot, snapshot && isMore(tree.get("lastPage")));
    }

    private static boolean isMore(Object lastPage) {
        return lastPage != null && !Boolean.parseBoolean(lastPage.toString());
    }
}
