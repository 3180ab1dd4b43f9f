package dev.okx4j.paper.feed;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's {@code manifest.json} says. The format is described in {@code docs/paper-scenarios.md}.
 *
 * @param end the last moment of the data, or null for that of the last event
 * @param begin where a new account's market clock starts; earlier data are its history
 * @param instruments name of the file with the instrument rows
 * @param files the recorded files, in the order of their kinds
 */
record Manifest(
        String id,
        String title,
        Instant start,
        @Nullable Instant end,
        Instant begin,
        String instruments,
        List<Source> files) {

    static final String NAME = "manifest.json";

    private static final String SCHEMA = "1";
    private static final Set<String> OTHER_NAMES =
            Set.of("schema", "id", "title", "start", "end", "begin", "instruments");

    /** What a file records, by the name of its list in the manifest; at one moment, events come in this order. */
    enum Kind {
        FUNDING("funding"),
        VOLATILITY("volatility"),
        INDEX_CANDLES("indexCandles"),
        MARK_CANDLES("markCandles"),
        OPEN_INTEREST("openInterest"),
        CANDLES("candles"),
        TRADES("trades"),
        CAPTURES("captures"),
        EVENTS("events");

        final String list;

        Kind(String list) {
            this.list = list;
        }

        /** Returns whether a file of this kind is about one instrument, which the manifest must name. */
        boolean ofOneInstrument() {
            return this != CAPTURES && this != EVENTS;
        }

        /** Returns whether a file of this kind holds candles, whose length the manifest must name. */
        boolean ofCandles() {
            return this == CANDLES || this == MARK_CANDLES || this == INDEX_CANDLES;
        }
    }

    /**
     * One recorded file.
     *
     * @param instId the instrument or index, empty where the file's lines name it
     * @param bar the length of its candles, or, of the other kinds, of those that are made of what it records
     */
    record Source(Kind kind, String instId, BarSize bar, String file) {}

    Manifest {
        if (start.isAfter(begin) || end != null && begin.isAfter(end)) {
            throw new IllegalArgumentException("\"start\", \"begin\" and \"end\" must be in this order");
        }
    }

    /** Returns the files of one kind. */
    List<Source> of(Kind kind) {
        return files.stream().filter(file -> file.kind == kind).toList();
    }

    static Manifest parse(String where, byte[] content) throws IOException {
        try {
            Map<?, ?> root = object(Json.parse(content));
            if (!SCHEMA.equals(String.valueOf(root.get("schema")))) {
                throw new IllegalArgumentException("\"schema\" must be 1");
            }
            Set<Object> unknown = new LinkedHashSet<>(root.keySet());
            unknown.removeAll(OTHER_NAMES);
            List<Source> files = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                unknown.remove(kind.list);
                read(root, kind, files);
            }
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("there is no such list as " + unknown + "; there are "
                        + List.of(Kind.values()).stream().map(kind -> kind.list).collect(Collectors.joining(", ")));
            }
            return new Manifest(
                    text(root, "id"),
                    text(root, "title"),
                    time(root, "start"),
                    root.get("end") == null ? null : time(root, "end"),
                    time(root, "begin"),
                    text(root, "instruments"),
                    List.copyOf(files));
        } catch (IllegalArgumentException | JsonException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    private static void read(Map<?, ?> root, Kind kind, List<Source> into) {
        Object list = root.get(kind.list);
        if (list == null) {
            return;
        }
        if (!(list instanceof List<?> entries)) {
            throw new IllegalArgumentException("\"" + kind.list + "\" must be a list");
        }
        int number = 0;
        for (Object entry : entries) {
            try {
                Map<?, ?> row = object(entry);
                text(row, "source");
                into.add(new Source(
                        kind, kind.ofOneInstrument() ? text(row, "instId") : "", bar(kind, row), text(row, "file")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(kind.list + "[" + number + "]: " + e.getMessage(), e);
            }
            number++;
        }
    }

    private static BarSize bar(Kind kind, Map<?, ?> row) {
        if (!kind.ofCandles() && row.get("bar") == null) {
            return BarSize.M1;
        }
        String bar = text(row, "bar");
        return BarSize.named(bar)
                .orElseThrow(() -> new IllegalArgumentException("\"bar\" must be one of "
                        + List.of(BarSize.values()).stream().map(BarSize::wire).collect(Collectors.joining(", "))
                        + ", not " + bar));
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

    private static Instant time(Map<?, ?> row, String name) {
        try {
            return Instant.parse(text(row, name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" must be a time such as 2026-08-17T00:00:00Z, not " + row.get(name), e);
        }
    }
}
