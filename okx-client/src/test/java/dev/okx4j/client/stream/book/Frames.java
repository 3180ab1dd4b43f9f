package dev.okx4j.client.stream.book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Push frames of books with all that JSON leaves open: order, spaces, unknown fields, escapes. */
final class Frames {
    private static final String NOISE = "\"\\{}[]:,.-+eE0123456789 \n\ttrufalsn\u0001\ud83d";
    private final Random random;

    Frames(Random random) {
        this.random = random;
    }

    String next() {
        List<String> row = new ArrayList<>(List.of(
                field("asks", levels()),
                field("bids", levels()),
                field("ts", quotedOrNot(Long.toString(1_597_026_383_085L + random.nextInt(1000))))));
        maybe(row, "checksum", i -> Integer.toString(random.nextInt()));
        maybe(row, "seqId", i -> quotedOrNot(Long.toString(random.nextLong() >>> 1)));
        maybe(row, "prevSeqId", i -> random.nextInt(4) == 0 ? "-1" : random.nextInt(4) == 0 ? "\"\"" : "null");
        maybe(row, "later", i -> any(3));
        List<String> frame = new ArrayList<>(List.of(
                field("arg", "{\"channel\":\"books\",\"instId\":\"BTC-USDT\"}"),
                field("data", "[" + object(row) + "]")));
        maybe(frame, "action", i -> random.nextBoolean() ? "\"update\"" : "\"snapshot\"");
        maybe(frame, "more\\n", i -> any(3));
        return object(frame);
    }

    String damaged() {
        StringBuilder frame = new StringBuilder(next());
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(frame.length());
            char noise = NOISE.charAt(random.nextInt(NOISE.length()));
            switch (random.nextInt(5)) {
                case 0 -> frame.deleteCharAt(at);
                case 1 -> frame.insert(at, noise);
                case 2 -> frame.setCharAt(at, noise);
                case 3 -> frame.setLength(at + 1);
                default -> {
                    int end = Math.min(frame.length(), at + random.nextInt(40));
                    frame.insert(end, frame.substring(at, end));
                }
            }
        }
        return frame.toString();
    }

    private void maybe(List<String> fields, String name, IntFunction<String> value) {
        if (random.nextInt(3) > 0) {
            fields.add(field(name, value.apply(0)));
        }
    }

    private String field(String name, String value) {
        String spelled =
                random.nextInt(20) == 0 ? String.format("\\u%04x%s", (int) name.charAt(0), name.substring(1)) : name;
        return space() + '"' + spelled + '"' + space() + ":" + space() + value + space();
    }

    private String object(List<String> fields) {
        Collections.shuffle(fields, random);
        return "{" + String.join(",", fields) + "}";
    }

    private String levels() {
        return IntStream.range(0, random.nextInt(6)).mapToObj(i -> level()).collect(Collectors.joining(",", "[", "]"));
    }

    private String level() {
        String orders = quotedOrNot(Integer.toString(random.nextInt(100)));
        return "[" + space() + quotedOrNot(decimal(true)) + "," + quotedOrNot(decimal(false)) + space()
                + switch (random.nextInt(8)) {
                    case 0 -> "]";
                    case 1 -> "," + orders + "]";
                    case 2 -> ",\"0\"," + orders + ",\"unknown\"]";
                    default -> ",\"0\"," + orders + "]";
                };
    }

    private String decimal(boolean signed) {
        int digits = random.nextInt(8) == 0 ? 25 : 6;
        StringBuilder text = new StringBuilder(signed && random.nextInt(10) == 0 ? "-" : "");
        int whole = 1 + random.nextInt(digits);
        text.append(random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(9));
        for (int i = 1; i < whole && text.charAt(text.length() - 1) != '0'; i++) {
            text.append(random.nextInt(10));
        }
        if (random.nextInt(3) > 0) {
            text.append('.');
            for (int i = 0, n = 1 + random.nextInt(digits); i < n; i++) {
                text.append(random.nextInt(10));
            }
        }
        if (random.nextInt(20) == 0) {
            text.append(random.nextBoolean() ? "e-5" : "E2");
        }
        return text.toString();
    }

    private String quotedOrNot(String number) {
        return random.nextInt(6) == 0 ? number : '"' + number + '"';
    }

    private String any(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> "true";
            case 1 -> "null";
            case 2 -> "-1.5e3";
            case 3 -> "\"text \\u00e9 \ud83d\ude00 \\\" \"";
            case 4 -> "[" + any(depth - 1) + space() + "," + any(depth - 1) + "]";
            default -> "{" + field("a", any(depth - 1)) + "," + field("b", any(depth - 1)) + "}";
        };
    }

    private String space() {
        return random.nextInt(10) == 0 ? " \n\t\r".substring(random.nextInt(4)) : "";
    }
}
