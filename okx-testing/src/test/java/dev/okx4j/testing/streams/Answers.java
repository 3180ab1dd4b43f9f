package dev.okx4j.testing.streams;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.WireResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of answers and pushes, read without any record of the client's. */
final class Answers {
    private Answers() {}

    static List<Map<String, @Nullable Object>> rows(WireResponse answer) {
        return rows(Json.parse(answer.body()));
    }

    static List<Map<String, @Nullable Object>> rows(@Nullable Object envelope) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (envelope instanceof Map<?, ?> map && map.get("data") instanceof List<?> data) {
            for (Object row : data) {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                if (row instanceof Map<?, ?> fields) {
                    fields.forEach((key, value) -> copy.put(String.valueOf(key), value));
                }
                rows.add(copy);
            }
        }
        return rows;
    }
}
