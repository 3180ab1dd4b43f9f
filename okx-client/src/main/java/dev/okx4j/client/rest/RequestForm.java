package dev.okx4j.client.rest;

import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request in the form that goes out: a GET's values flattened into the query, a POST's as the body.
 *
 * @param target path and query
 * @param body the body; empty for a GET
 * @param values names and values
 */
record RequestForm(String target, String body, Map<String, Object> values) {

    static RequestForm of(Endpoint<?> endpoint, Object request) {
        Map<String, Object> values = values(request);
        if (endpoint.isWrite()) {
            return new RequestForm(endpoint.path(), Json.write(values), values);
        }
        String query = values.entrySet().stream()
                .map(e -> Percent.encode(e.getKey()) + "=" + Percent.encode(flat(e.getValue())))
                .collect(Collectors.joining("&"));
        return new RequestForm(query.isEmpty() ? endpoint.path() : endpoint.path() + "?" + query, "", values);
    }

    /** Returns writes in one request; its values are those of the first. */
    static RequestForm ofWrites(Endpoint<?> endpoint, List<WriteIntent> intents, boolean inArray) {
        List<Map<String, Object>> items =
                intents.stream().map(WriteIntent::request).toList();
        return new RequestForm(endpoint.path(), Json.write(inArray ? items : items.get(0)), items.get(0));
    }

    byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns names and values of a record, of params or of a map, as OKX writes them and nulls left out. */
    static Map<String, Object> values(Object request) {
        Map<?, ?> raw;
        if (request instanceof Params params) {
            raw = params.asMap();
        } else if (request instanceof Map<?, ?> map) {
            raw = map;
        } else {
            raw = Json.toTree(request);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        raw.forEach((name, value) -> {
            if (value != null) {
                values.put(String.valueOf(name), sendable(name, value));
            }
        });
        return values;
    }

    private static Object sendable(Object name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return values(map);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(item -> sendable(name, item)).toList();
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Record row) {
            return values(row);
        }
        Object tree = Json.parse(Json.write(value));
        String text = tree instanceof BigDecimal number ? number.toPlainString() : String.valueOf(tree);
        if (text.equals("UNKNOWN")) {
            throw new IllegalArgumentException(name + " is UNKNOWN, which stands for a value that OKX has added since");
        }
        return text;
    }

    private static String flat(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }
}
