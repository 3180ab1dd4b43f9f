package dev.okx4j.client.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of docs/channels.csv. */
final class ChannelTable {
    private ChannelTable() {}

    /** What OKX documents about one channel. */
    record Line(
            String channel,
            List<String> bars,
            String url,
            boolean login,
            List<String> required,
            List<String> optional,
            String semantics,
            Map<String, String> fields) {

        @Override
        public String toString() {
            return channel;
        }
    }

    static Map<String, Line> read() {
        try {
            Map<String, Line> lines = new LinkedHashMap<>();
            List<String> all = Files.readAllLines(Path.of("../docs/channels.csv"));
            for (String text : all.subList(1, all.size())) {
                String[] c = text.split(",", -1);
                if (c.length != 8) {
                    throw new IllegalStateException(text);
                }
                Map<String, String> fields = new LinkedHashMap<>();
                for (String field : words(c[7])) {
                    int colon = field.indexOf(':');
                    fields.put(field.substring(0, colon), field.substring(colon + 1));
                }
                boolean login = Boolean.parseBoolean(c[3]);
                lines.put(c[0], new Line(c[0], words(c[1]), c[2], login, words(c[4]), words(c[5]), c[6], fields));
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
