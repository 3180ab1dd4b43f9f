package dev.okx4j.testing.prove.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reader of JSON for trusted text: maps, lists, strings, decimals, booleans and null. */
final class JsonText {
    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** Returns the document's value, or null when the text is no JSON. */
    static @Nullable Object parse(String text) {
        try {
            JsonText reader = new JsonText(text);
            Object value = reader.value();
            reader.blanks();
            return reader.at == text.length() ? value : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Returns the objects of a document: of its {@code data}, of the array it is, or the one it is. */
    static List<Map<String, Object>> rows(String text) {
        Object tree = parse(text);
        Object rows = tree instanceof Map<?, ?> map && map.containsKey("data") ? map.get("data") : tree;
        List<Map<String, Object>> found = new ArrayList<>();
        for (Object row : rows instanceof List<?> list ? list : rows == null ? List.of() : List.of(rows)) {
            if (row instanceof Map<?, ?> map) {
                Map<String, Object> fields = new LinkedHashMap<>();
                map.forEach((name, value) -> fields.put(String.valueOf(name), value == null ? "" : value));
                found.add(fields);
            }
        }
        return found;
    }

    /** Returns a field of an object as text; empty when it is absent or null. */
    static String text(@Nullable Object tree, String field) {
        Object value = tree instanceof Map<?, ?> map ? map.get(field) : null;
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private @Nullable Object value() {
        blanks();
        char c = text.charAt(at);
        if (c == '{') {
            return object();
        } else if (c == '[') {
            return array();
        } else if (c == '"') {
            return string();
        }
        int from = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> new BigDecimal(word);
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        at++;
        for (blanks(); text.charAt(at) != '}'; blanks()) {
            if (text.charAt(at) == ',') {
                at++;
                blanks();
            }
            String name = string();
            blanks();
            expect(':');
            fields.put(name, value());
        }
        at++;
        return fields;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        for (blanks(); text.charAt(at) != ']'; blanks()) {
            if (text.charAt(at) == ',') {
                at++;
            }
            items.add(value());
        }
        at++;
        return items;
    }

    private String string() {
        expect('"');
        int from = at;
        while (text.charAt(at) != '"' && text.charAt(at) != '\\') {
            at++;
        }
        StringBuilder value = new StringBuilder(text.substring(from, at));
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                value.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            switch (escaped) {
                case 'n' -> value.append('\n');
                case 't' -> value.append('\t');
                case 'r' -> value.append('\r');
                case 'b' -> value.append('\b');
                case 'f' -> value.append('\f');
                case 'u' -> {
                    value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> value.append(escaped);
            }
        }
        at++;
        return value.toString();
    }

    private void expect(char c) {
        if (text.charAt(at++) != c) {
            throw new IllegalArgumentException("no " + c + " at " + (at - 1));
        }
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}
