package dev.okx4j.testing;

import dev.okx4j.client.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of streams, and how they are spoiled. */
final class StreamText {
    private static final Pattern CHECKSUM = Pattern.compile("\"checksum\":-?\\d+");
    private static final Pattern BIDS = Pattern.compile("\"bids\":\\[(]?)");
    private static final Pattern ROW = Pattern.compile("\"data\":\\[\\{");
    private static final String TOO_HIGH = "[\"99999999\",\"1\",\"0\",\"1\"]";

    private StreamText() {}

    /**
     * A request that has lost an argument.
     *
     * @param rest what is left of it; null when nothing is
     * @param refusal what the client is told about the argument
     */
    record Split(@Nullable String rest, String refusal) {}

    static String wrongChecksum(String push) {
        return CHECKSUM.matcher(push).replaceFirst("\"checksum\":-1234567890");
    }

    static String crossed(String push) {
        return BIDS.matcher(push)
                .replaceFirst(bids -> "\"bids\":[" + TOO_HIGH + (bids.group(1).isEmpty() ? "," : "]"));
    }

    static String unknownField(String push) {
        return ROW.matcher(push).replaceFirst("\"data\":[{\"newest\":{\"of\":[1,\"two\",null]},\"другое\":\"\",");
    }

    /** Returns the channels and arguments that a request names, as pushes of them are called in full. */
    static List<String> subscribed(String request) {
        List<String> names = new ArrayList<>();
        if (Json.parse(request) instanceof Map<?, ?> frame && frame.get("args") instanceof List<?> args) {
            for (Object arg : args) {
                if (arg instanceof Map<?, ?> map) {
                    Object instId = map.get("instId");
                    names.add(map.get("channel") + " " + (instId == null ? "" : instId));
                }
            }
        }
        return names;
    }

    static Split without(String request, int index, String code) {
        if (!(Json.parse(request) instanceof Map<?, ?> frame) || !(frame.get("args") instanceof List<?> args)) {
            throw new IllegalArgumentException("This fault takes a request with arguments");
        }
        List<@Nullable Object> left = new ArrayList<>(args);
        Object lost = left.remove(Math.min(index, left.size() - 1));
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        frame.forEach((key, value) -> rest.put(String.valueOf(key), value));
        rest.put("args", left);
        Map<String, @Nullable Object> refusal = new LinkedHashMap<>();
        if (frame.get("id") != null) {
            refusal.put("id", frame.get("id"));
        }
        refusal.put("event", "error");
        refusal.put("code", code);
        refusal.put(
                "msg",
                "Wrong URL or " + words(lost)
                        + " doesn't exist. Please use the correct URL, channel and parameters referring"
                        + " to API document.");
        refusal.put("connId", "a4d3ae55");
        return new Split(left.isEmpty() ? null : Json.write(rest), Json.write(refusal));
    }

    private static String words(@Nullable Object arg) {
        List<String> words = new ArrayList<>();
        if (arg instanceof Map<?, ?> map) {
            map.forEach((key, value) -> words.add(key + ":" + value));
        }
        return String.join(",", words);
    }
}
