package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.stream.book.BookChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Frames that OKX sent, or shows in its documentation: each decodes, and what the records hold is what the frame says.
 *
 * <p>The whole recordings are read where the system property {@code okx4j.market-data} (or the environment's {@code
 * OKX4J_MARKET_DATA}) names the folder that holds them.
 */
@NullUnmarked
class RecordedFramesTest {
    private static final Map<String, Channel<?>> CHANNELS = channels();

    /** Channels of which neither a recording nor a documented frame exists; ChannelTableTest reads frames of their documented fields. */
    private static final Set<String> UNSEEN = Set.of(
            "books50-l2-tbt",
            "books-rpi",
            "books-elp",
            "algo-recurring-buy",
            "sprd-trades",
            "sprd-bbo-tbt",
            "sprd-books-l2-tbt");

    private final Map<String, Integer> seen = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void bundledFrames_decodeToWhatTheySay() throws IOException {
        read(resource("samples.jsonl"));
        read(resource("recorded.jsonl"));
        assertThat(wrong).isEmpty();
        Set<String> unseen = new TreeSet<>(CHANNELS.keySet());
        unseen.removeAll(seen.keySet());
        assertThat(unseen).isEqualTo(UNSEEN);
    }

    /** The whole recordings, one test each, where a folder with them is named; they are too large to be kept here. */
    @TestFactory
    List<DynamicTest> marketData_recordedFrame_decodesToWhatItSays() throws IOException {
        String where = System.getProperty("okx4j.market-data", System.getenv("OKX4J_MARKET_DATA"));
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder :
                where == null ? List.<String>of() : List.of("ws-recordings", "ws-samples", "private-samples")) {
            try (Stream<Path> files = Files.list(Path.of(where, folder))) {
                files.filter(Files::isRegularFile).sorted().forEach(file -> tests.add(test(file)));
            }
        }
        return tests;
    }

    private DynamicTest test(Path file) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            seen.clear();
            InputStream in = Files.newInputStream(file);
            read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
            assertThat(wrong).isEmpty();
            assertThat(seen).isNotEmpty();
            System.out.println(file.getFileName() + ": " + seen + " frames decoded");
        });
    }

    private void read(InputStream in) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                int start = line.indexOf('{');
                if (start >= 0 && !line.substring(0, start).contains("<-")) {
                    frame(line.substring(start));
                }
            });
        }
    }

    private void frame(String frame) {
        Map<?, ?> tree = (Map<?, ?>) Json.parse(frame);
        if (tree.get("data") instanceof List<?> rows) {
            String name = ((Map<?, ?>) tree.get("arg")).get("channel").toString();
            String family = name.replaceFirst("candle.+", "candle1m");
            seen.merge(family, 1, Integer::sum);
            compare(name, rows, decode(CHANNELS.get(family), frame), tree);
        }
    }

    private void compare(String name, List<?> rows, Update<?> update, Map<?, ?> tree) {
        if (tree.containsKey("action")) {
            assertThat(update.snapshot()).isEqualTo(tree.get("action").equals("snapshot"));
        }
        if (tree.containsKey("eventType")) {
            assertThat(update.snapshot()).isEqualTo(tree.get("eventType").equals("snapshot"));
            assertThat(update.more()).isEqualTo(Boolean.FALSE.equals(tree.get("lastPage")));
        }
        assertThat(update.rows()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Object row = update.rows().get(i);
            same(name, rows.get(i), row instanceof BookChange change ? tree(change) : Json.toTree(row));
        }
    }

    private static Map<String, Object> tree(BookChange change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("asks", change.asks().stream().map(Json::toTree).toList());
        tree.put("bids", change.bids().stream().map(Json::toTree).toList());
        tree.put("ts", change.ts().toEpochMilli());
        tree.put("seqId", change.seqId());
        tree.put("prevSeqId", change.prevSeqId());
        return tree;
    }

    /** Compares what is both on the wire and in the record; the record is written as OKX would write it. */
    private void same(String path, Object wire, Object mine) {
        if (wire instanceof Map<?, ?> object && mine instanceof Map<?, ?> row) {
            row.forEach((name, value) -> same(path + "." + name, object.get(name), value));
            return;
        }
        if (wire instanceof List<?> list && mine instanceof List<?> rows) {
            assertThat(rows).as(path).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                same(path, list.get(i), rows.get(i));
            }
            return;
        }
        if (wire instanceof List<?> columns && mine instanceof Map<?, ?> row) {
            List<Object> values = new ArrayList<>(row.values());
            for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
                same(path, columns.get(i), values.get(i));
            }
            return;
        }
        boolean absent = wire == null || wire.equals("");
        if (absent ? mine != null : mine == null || !text(wire).equals(text(mine))) {
            wrong.add(path + ": " + wire + " became " + mine);
        }
    }

    private static String text(Object value) {
        try {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value.toString();
        }
    }

    private static <E> Update<E> decode(Channel<E> channel, String frame) {
        return channel.decoder().decode(new Topic<>(channel, Map.of()), frame);
    }

    private static InputStream resource(String name) {
        return RecordedFramesTest.class.getResourceAsStream("/streams/" + name);
    }

    private static Map<String, Channel<?>> channels() {
        Map<String, Channel<?>> channels = new LinkedHashMap<>();
        try {
            for (Field field : Channels.class.getFields()) {
                Channel<?> channel = (Channel<?>) field.get(null);
                channels.put(channel.name(), channel);
            }
        } catch (IllegalAccessException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        for (Channel<?> channel : List.of(
                Channels.candles(Bar.M1),
                Channels.markPriceCandles(Bar.M1),
                Channels.indexCandles(Bar.M1),
                Channels.spreadCandles(Bar.M1))) {
            channels.put(channel.name(), channel);
        }
        return channels;
    }
}
