package dev.okx4j.paper.feed;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's {@code manifest.json} says. The format is described in {@code docs/paper-scenarios.md}.
 *
 * @param begin where a new account's market clock starts; earlier data are its history
 * @param instruments name of the file with the recorded instrument rows
 */
record Manifest(
        String id,
        String title,
        Instant start,
        Instant end,
        Instant begin,
        String instruments,
        List<Candles> candles,
        List<Funding> funding) {

    private static final String SCHEMA = "1";

    /** One file of candles. */
    record Candles(String instId, BarSize bar, String file, String source) {}

    /** One file of funding rates, {@code ts,fundingRate}. */
    record Funding(String instId, String file, String source) {}

    Manifest {
        if (start.isAfter(begin) || begin.isAfter(end)) {
            throw new IllegalArgumentException("start, begin and end must be in this order");
        }
    }

    static Manifest parse(String where, byte[] content) throws IOException {
        try {
            Map<?, ?> root = object(Json.parse(content));
            if (!SCHEMA.equals(String.valueOf(root.get("schema")))) {
                throw new IllegalArgumentException("schema must be 1");
            }
            List<Candles> candles = new ArrayList<>();
            for (Object entry : list(root, "candles")) {
                Map<?, ?> row = object(entry);
                String bar = text(row, "bar");
                BarSize size = BarSize.named(bar).orElseThrow(() -> new IllegalArgumentException("unknown bar " + bar));
                candles.add(new Candles(text(row, "instId"), size, text(row, "file"), text(row, "source")));
            }
            List<Funding> funding = new ArrayList<>();
            for (Object entry : list(root, "funding")) {
                Map<?, ?> row = object(entry);
                funding.add(new Funding(text(row, "instId"), text(row, "file"), text(row, "source")));
            }
            return new Manifest(
                    text(root, "id"),
                    text(root, "title"),
                    Instant.parse(text(root, "start")),
                    Instant.parse(text(root, "end")),
                    Instant.parse(text(root, "begin")),
                    text(root, "instruments"),
                    List.copyOf(candles),
                    List.copyOf(funding));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("an object is expected in place of " + value);
    }

    static String text(Map<?, ?> row, String name) {
        if (row.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("\"" + name + "\" must be a string");
    }

    private static List<?> list(Map<?, ?> row, String name) {
        if (row.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("\"" + name + "\" must be a list");
    }
}
