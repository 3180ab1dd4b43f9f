package dev.okx4j.paper.stream;

import dev.okx4j.client.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is about.
 *
 * @param values the words of the client, in its order; two subscriptions with the same are one
 */
record Arg(Map<String, String> values) {
    /** Returns the argument that a client has sent; values other than texts and numbers are refused with 60013. */
    static Arg of(Object given) {
        if (!(given instanceof Map<?, ?> map)) {
            throw new Refused("60013", "Invalid args");
        }
        Map<String, String> values = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
                throw new Refused("60013", "Invalid args");
            }
            if (value != null && !value.equals("")) {
                values.put((String) name, value.toString());
            }
        });
        return new Arg(values);
    }

    /** Returns a value, or null. */
    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** Returns a value that must be there, else the channel is unknown. */
    String need(String name) {
        String value = values.get(name);
        if (value == null) {
            throw Refused.unknown(this);
        }
        return value;
    }

    String channel() {
        return values.getOrDefault("channel", "");
    }

    /** Returns the JSON of it. */
    String json() {
        return Json.write(values);
    }

    /** Returns the JSON of it with the user's number, as pushes of the account carry it. */
    String json(String uid) {
        Map<String, String> told = new LinkedHashMap<>(values);
        told.remove("extraParams");
        told.put("uid", uid);
        return Json.write(told);
    }

    /** Returns it as OKX writes it into errors. */
    String words() {
        String words = values.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
        return words.length() <= 200 ? words : words.substring(0, 200) + "...";
    }
}
