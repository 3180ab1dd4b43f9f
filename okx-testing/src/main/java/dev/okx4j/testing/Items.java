package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The things that requests and answers are about, taken out of their JSON and put back. */
final class Items {
    private Items() {}

    /** Returns the items of a write's body: those of its array, or the one that it is. */
    static List<Map<String, @Nullable Object>> of(WireRequest request) {
        return request.body().length == 0 ? List.of() : maps(parse(request.body()));
    }

    /** Returns the rows of an answer; none when it is not OKX's. */
    static List<Map<String, @Nullable Object>> of(WireResponse answer) {
        return parse(answer.body()) instanceof Map<?, ?> envelope ? maps(envelope.get("data")) : List.of();
    }

    /** Returns the answer with other rows, and perhaps another code and message. */
    static WireResponse with(
            WireResponse answer, List<Map<String, @Nullable Object>> rows, Map<String, String> changed) {
        if (!(parse(answer.body()) instanceof Map<?, ?> envelope)) {
            return answer;
        }
        Map<String, @Nullable Object> copy = copy(envelope);
        copy.putAll(changed);
        copy.put("data", rows);
        return new WireResponse(
                answer.status(), answer.headers(), Json.write(copy).getBytes(UTF_8));
    }

    /** Returns a text of an item; empty when it has none. */
    static String text(Map<String, @Nullable Object> item, String name) {
        Object value = item.get(name);
        return value == null ? "" : value.toString();
    }

    private static @Nullable Object parse(byte[] json) {
        try {
            return Json.parse(json);
        } catch (JsonException e) {
            return null; // somebody else's fault: nothing in it is an item
        }
    }

    private static List<Map<String, @Nullable Object>> maps(@Nullable Object tree) {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        for (Object item : tree instanceof List<?> list ? list : tree == null ? List.of() : List.of(tree)) {
            if (item instanceof Map<?, ?> map) {
                maps.add(copy(map));
            }
        }
        return maps;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
