package dev.okx4j.tools;

import dev.okx4j.client.json.Json;
import dev.okx4j.tools.config.Venue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a successful call: compact JSON, absent fields left out, and never longer than a reader can afford. */
final class ResultWriter {
    /** The most that a result may weigh; longer ones are cut at a row and say how to go on. */
    static final int LIMIT = 24 * 1024;

    private ResultWriter() {}

    static String write(Venue venue, Answer answer) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("venue", venue.name());
        Instant asOf = venue.asOf();
        if (asOf != null) {
            result.put("asOf", asOf.toString());
        }
        Object value = answer.value();
        List<Object> rows = new ArrayList<>();
        result.put("data", value == null ? answer.dataWith(rows) : tree(value));
        result.putAll(answer.notes());
        int size = weight(result) + 160; // the room of a cursor
        if (value == null) {
            for (Object row : answer.rows()) {
                Object tree = tree(row);
                size += weight(tree) + 1;
                if (size > LIMIT) {
                    break;
                }
                rows.add(tree);
            }
            result.put("data", answer.dataWith(rows));
            Object next = answer.nextAfter(rows.size());
            if (next != null) {
                result.put("next", next);
            }
        }
        String text = Json.write(result);
        if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
            throw new ToolFailure(
                    "ResultTooLarge",
                    "RESULT_TOO_LARGE",
                    "The answer is longer than " + LIMIT + " bytes.",
                    "Ask for less: one instrument, or a smaller limit.");
        }
        return text;
    }

    private static int weight(Object tree) {
        return Json.write(tree).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Object tree(Object value) {
        return value instanceof Record ? Json.toTree(value) : value;
    }

    /** Returns the map without the entries that say nothing. */
    static Map<String, Object> present(Map<String, ? extends @Nullable Object> map) {
        Map<String, Object> present = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null && !"".equals(value)) {
                present.put(key, value);
            }
        });
        return present;
    }
}
