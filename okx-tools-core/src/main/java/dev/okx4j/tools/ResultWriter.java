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

    /**
     * Returns the JSON text of an answer: venue, time of recorded prices, data, notes, and how to go on.
     *
     * <p>Rows are taken until the text is full, so a cut happens between two rows and the cursor follows the last one
     * shown.
     *
     * @throws ToolFailure if one value alone is longer than {@link #LIMIT}
     */
    static String write(Venue venue, Tool<?> tool, Answer answer) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("venue", venue.name());
        // A local tool shows no prices, and asking for their time would open the venue for nothing.
        Instant asOf = tool.openWorldHint() ? timeOf(venue) : null;
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
        return value instanceof Record row ? pruned(Json.toTree(row)) : value;
    }

    /** Returns the time of recorded prices; what was done must not look failed because its time cannot be told. */
    private static @Nullable Instant timeOf(Venue venue) {
        try {
            return venue.asOf();
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Returns a tree without the lists and objects in it that hold nothing. */
    private static Object pruned(Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            return tree;
        }
        Map<String, Object> pruned = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            Object kept = value == null ? "" : pruned(value);
            boolean empty = "".equals(kept)
                    || (kept instanceof Map<?, ?> inner && inner.isEmpty())
                    || (kept instanceof List<?> list && list.isEmpty());
            if (!empty) {
                pruned.put(String.valueOf(name), kept);
            }
        });
        return pruned;
    }
}
