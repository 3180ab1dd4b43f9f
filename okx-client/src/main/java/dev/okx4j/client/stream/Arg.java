package dev.okx4j.client.stream;

import dev.okx4j.client.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Finds the argument of a frame, and whose it is. */
final class Arg {
    private static final String HEAD = "{\"arg\":{";

    private Arg() {}

    /** Returns where the argument that a push begins with ends, past its brace; -1 when the frame begins with something else. */
    static int end(String frame) {
        if (!frame.startsWith(HEAD)) {
            return -1;
        }
        boolean quoted = false;
        for (int i = HEAD.length(); i < frame.length(); i++) {
            char c = frame.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '}') {
                return i + 1;
            } else if (!quoted && c == '{') {
                return -1;
            }
        }
        return -1;
    }

    /** Returns the text of the argument that ends there. */
    static String text(String frame, int end) {
        return frame.substring(HEAD.length() - 1, end);
    }

    /** Returns the fields of an argument's text. */
    static Map<String, String> fields(String text) {
        return Json.parse(text) instanceof Map<?, ?> tree ? fields(tree) : Map.of();
    }

    static Map<String, String> fields(Map<?, ?> tree) {
        Map<String, String> fields = new HashMap<>();
        tree.forEach((key, value) -> fields.put(String.valueOf(key), String.valueOf(value)));
        return fields;
    }

    /**
     * Returns the feeds whose argument this is: those that name the very same, or else those that name a part of it. OKX adds the
     * {@code uid} to the argument of a private push and leaves {@code extraParams} out.
     */
    static List<Feed<?>> owners(Map<String, String> fields, Collection<Feed<?>> feeds) {
        Map<String, String> named = new HashMap<>(fields);
        String channel = String.valueOf(named.remove("channel"));
        named.remove("uid");
        named.remove("extraParams");
        List<Feed<?>> same = new ArrayList<>(1);
        List<Feed<?>> wider = new ArrayList<>(1);
        for (Feed<?> feed : feeds) {
            if (feed.topic().channel().name().equals(channel)) {
                Map<String, String> wanted = new HashMap<>(feed.topic().args());
                wanted.remove("extraParams");
                if (wanted.equals(named)) {
                    same.add(feed);
                } else if (new HashSet<>(named.entrySet()).containsAll(wanted.entrySet())) {
                    wider.add(feed);
                }
            }
        }
        return same.isEmpty() ? wider : same;
    }
}
