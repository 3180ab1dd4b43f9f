package dev.okx4j.client.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recursive-descent reader of one JSON document; it accepts RFC 8259 and nothing beside it. */
final class TreeParser {
    private final String text;
    private final int maxDepth;
    private int at;
    private int depth;

    TreeParser(String text, JsonLimits limits) {
        this.text = text;
        this.maxDepth = limits.maxDepth();
    }

    @Nullable
    Object document() {
        space();
        Object value = value();
        space();
        if (at < text.length()) {
            throw error("Text after the end of the document");
        }
        return value;
    }

    /** Returns the value that begins at a place of the text; {@link #at()} is then where it ends. */
    @Nullable
    Object valueAt(int start) {
        at = start;
        return value();
    }

    /** Returns the string that begins at a place of the text; {@link #at()} is then where it ends. */
    String stringAt(int start) {
        at = start;
        return string();
    }

    int at() {
        return at;
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        space();
        if (peek() != '}') {
            do {
                space();
                if (peek() != '"') {
                    throw error("Expected a name");
                }
                String name = string();
                space();
                expect(':');
                space();
                Object value = value();
                if (map.containsKey(name)) {
                    throw error("The name \"" + JsonException.quote(name) + "\" occurs twice");
                }
                map.put(name, value);
                space();
            } while (comma());
        }
        expect('}');
        depth--;
        return map;
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> list = new ArrayList<>();
        space();
        if (peek() != ']') {
            do {
                space();
                list.add(value());
                space();
            } while (comma());
        }
        expect(']');
        depth--;
        return list;
    }

    private String string() {
        expect('"');
        int start = at;
        StringBuilder unescaped = null;
        while (true) {
            char c = next();
            if (c == '"') {
                String tail = text.substring(start, at - 1);
                return wellFormed(
                        unescaped == null ? tail : unescaped.append(tail).toString());
            }
            if (c == '\\') {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped.append(text, start, at - 1).append(escape());
                start = at;
            } else if (c < ' ') {
                throw error("A control character in a string");
            }
        }
    }

    private char escape() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw error("An unknown escape");
        };
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = next();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("Four hexadecimal digits belong after \\u");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    /** Refuses half of a surrogate pair: it cannot be written as UTF-8, so it would silently become a question mark. */
    private String wellFormed(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1));
                if (!pair) {
                    throw error("Half of a surrogate pair");
                }
                i++;
            }
        }
        return s;
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw error("Expected a value");
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (start == at) {
            throw error("Expected a value");
        }
        return Decimals.parse(text.substring(start, at));
    }

    private void enter() {
        if (++depth > maxDepth) {
            throw error("Nested deeper than " + maxDepth + " levels");
        }
        at++;
    }

    private boolean comma() {
        if (peek() != ',') {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw error("Expected '" + c + "'");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw error("The text ends too early");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonException error(String what) {
        int from = Math.min(at, text.length());
        String near = text.substring(from, Math.min(text.length(), from + 20));
        return new JsonException(
                what + " at character " + from + (near.isEmpty() ? "" : ", near: " + JsonException.quote(near)));
    }
}
