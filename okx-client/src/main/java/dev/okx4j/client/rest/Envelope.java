package dev.okx4j.client.rest;

import dev.okx4j.client.error.BadAnswerException;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.json.JsonLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OKX's answer to every call, taken apart.
 *
 * @param status the HTTP status
 * @param code OKX's code; 0 is success
 * @param msg OKX's message
 * @param data the rows; empty when there are none
 * @param traceId OKX's id of the request
 */
record Envelope(
        int status,
        String code,
        String msg,
        List<@Nullable Object> data,
        @Nullable String traceId) {
    private static final int EXCERPT = 200;

    /** Returns the answer, or throws when it is not OKX's: a proxy's page, a redirect, half a document. */
    static Envelope of(WireResponse response, Endpoint<?> endpoint) {
        String trace = traceId(response.headers());
        String type = type(response);
        if (!type.contains("json")) {
            throw bad("HTTP " + response.status() + " with " + type + ": " + excerpt(response), endpoint, trace, null);
        }
        if (response.status() >= 300 && response.status() < 400) {
            throw bad("HTTP " + response.status() + ", a redirect, which is never followed", endpoint, trace, null);
        }
        try {
            Object tree =
                    Json.parse(response.body(), new JsonLimits(endpoint.maxBytes(), JsonLimits.DEFAULT.maxDepth()));
            if (tree instanceof Map<?, ?> map && map.get("code") != null) {
                String code = text(map.get("code"));
                return new Envelope(response.status(), code, text(map.get("msg")), rows(map), trace);
            }
        } catch (JsonException e) {
            throw bad(
                    "HTTP " + response.status() + " with a body that is not sound JSON: " + e.getMessage(),
                    endpoint,
                    trace,
                    e);
        }
        throw bad(
                "HTTP " + response.status() + " with JSON that has no code: " + excerpt(response),
                endpoint,
                trace,
                null);
    }

    /** Returns whether an answer is OKX's own, whatever it says, and not one of something that stands before it. */
    static boolean isOkx(WireResponse response) {
        try {
            return type(response).contains("json")
                    && Json.parse(response.body()) instanceof Map<?, ?> map
                    && map.get("code") != null;
        } catch (JsonException e) {
            return false;
        }
    }

    /** Returns the rows of the answer, in OKX's order. */
    <R> List<R> rows(Endpoint<R> endpoint) {
        List<R> rows = new ArrayList<>(data.size());
        for (@Nullable Object row : data) {
            rows.add(row(endpoint, row));
        }
        return Collections.unmodifiableList(rows);
    }

    /** Returns the one row of the answer; an answer with none or several is an error. */
    <R> R onlyRow(Endpoint<R> endpoint) {
        List<R> rows = rows(endpoint);
        if (rows.size() != 1) {
            String what = endpoint + " answered with " + rows.size() + " rows where one was expected";
            throw new BadAnswerException(what, endpoint.toString(), traceId, null);
        }
        return rows.get(0);
    }

    private <R> R row(Endpoint<R> endpoint, @Nullable Object row) {
        try {
            return Json.fromTree(row, endpoint.rowType());
        } catch (JsonException e) {
            String what = endpoint + " answered with a row that does not fit: " + e.getMessage();
            throw new BadAnswerException(what, endpoint.toString(), traceId, e);
        }
    }

    boolean isSuccess() {
        return code.equals("0") && status >= 200 && status < 300;
    }

    /** Returns the rows, with what OKX wrote beside them (such as gateway times) put into each. */
    private static List<@Nullable Object> rows(Map<?, ?> envelope) {
        Object data = envelope.get("data");
        List<?> rows =
                data instanceof List<?> list ? list : data instanceof Map<?, ?> single ? List.of(single) : List.of();
        List<@Nullable Object> whole = new ArrayList<>(rows.size());
        for (Object row : rows) {
            whole.add(row instanceof Map<?, ?> fields ? withSiblings(fields, envelope) : row);
        }
        return whole;
    }

    private static Map<String, @Nullable Object> withSiblings(Map<?, ?> row, Map<?, ?> envelope) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        row.forEach((name, value) -> fields.put(String.valueOf(name), value));
        envelope.forEach((name, value) -> {
            if (!name.equals("code") && !name.equals("msg") && !name.equals("data")) {
                fields.putIfAbsent(String.valueOf(name), value);
            }
        });
        return fields;
    }

    private static String type(WireResponse response) {
        return response.headers()
                .getOrDefault("content-type", "application/json")
                .toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable String traceId(Map<String, String> headers) {
        String trace = headers.get("x-trace-id");
        return trace != null ? trace : headers.get("x-request-id");
    }

    /** Returns the beginning of a body that nobody expected, without tags and control characters. */
    static String excerpt(WireResponse response) {
        byte[] body = response.body();
        String text = new String(body, 0, Math.min(body.length, 4 * EXCERPT), StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\p{Cntrl}\\s\\p{Cf}]+", " ")
                .strip();
        return text.isEmpty() ? "an empty body" : text.substring(0, Math.min(text.length(), EXCERPT));
    }

    private static BadAnswerException bad(
            String what, Endpoint<?> endpoint, @Nullable String trace, @Nullable Throwable cause) {
        return new BadAnswerException(endpoint + " was answered by " + what, endpoint.toString(), trace, cause);
    }
}
