package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.stream.ChannelTable.Line;
import dev.okx4j.client.stream.event.BookTop;
import dev.okx4j.client.stream.event.SpreadBook;
import dev.okx4j.client.stream.event.SpreadPublicTrade;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every channel, and the row that it names, with what OKX documents. */
@NullUnmarked
class ChannelTableTest {
    private static final Map<String, Line> TABLE = ChannelTable.read();

    /** Books that are whole in every push need no chain, and their checksum is gone. */
    private static final Map<Class<?>, Set<String>> LEFT_OUT = Map.of(
            BookTop.class, Set.of("checksum:number", "checksum:books|books-l2-tbt", "prevSeqId:number"),
            SpreadBook.class, Set.of("checksum:number", "prevSeqId:number"));

    /** A channel with the type of its row, and what a user types. */
    private record Entry(String name, Channel<?> channel, Class<?> row, String typed) {
        /** Returns its line in docs/streams.md. */
        String documentation() {
            String args = Stream.concat(
                            channel.required().stream().map(a -> a.replace("|", " or ")),
                            channel.optional().stream().map(a -> "(" + a + ")"))
                    .collect(Collectors.joining(", "));
            String kind = row.getPackageName().substring("dev.okx4j.client.".length()) + "." + row.getSimpleName();
            return "| `%s` | `%s` | %s | %s | `%s` | %s |"
                    .formatted(
                            typed,
                            name,
                            args,
                            channel.url().name().toLowerCase(Locale.ROOT) + (channel.login() ? ", login" : ""),
                            kind,
                            channel.backlog() == Channel.Backlog.EVERY ? "every one" : "the newest");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Entry> entries() {
        try {
            List<Entry> entries = new ArrayList<>();
            for (Field field : Channels.class.getFields()) {
                Channel<?> channel = (Channel<?>) field.get(null);
                entries.add(new Entry(channel.name(), channel, row(field.getGenericType()), field.getName()));
            }
            for (Method method : Channels.class.getMethods()) {
                if (method.getReturnType() == Channel.class) {
                    Channel<?> channel = (Channel<?>) method.invoke(null, Bar.M1);
                    String name = channel.name().substring(0, channel.name().length() - 2) + "{bar}";
                    entries.add(
                            new Entry(name, channel, row(method.getGenericReturnType()), method.getName() + "(bar)"));
                }
            }
            return entries;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Entry> rows() {
        return entries().stream().filter(e -> e.channel().decoder() instanceof Rows);
    }

    @Test
    void channels_areThoseOfTheTable_eachOnce() {
        List<String> names = entries().stream().map(Entry::name).toList();
        assertThat(names).doesNotHaveDuplicates().hasSize(59);
        assertThat(without(TABLE.keySet(), names))
                .as("documented, without a channel")
                .isEmpty();
        assertThat(without(names, TABLE.keySet()))
                .as("a channel, documented no more")
                .isEmpty();
    }

    @Test
    void channels_areListedForUsers() throws IOException {
        List<String> page = Files.readAllLines(Path.of("../docs/streams.md"));
        List<String> lines = entries().stream().map(Entry::documentation).toList();
        assertThat(without(lines, page)).as("not in docs/streams.md").isEmpty();
        assertThat(page.stream()
                        .filter(line -> line.startsWith("| `") && line.contains("` | `") && !lines.contains(line)))
                .as("in docs/streams.md, but no channel")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void channel_isAsDocumented(Entry entry) {
        Line line = TABLE.get(entry.name());
        Channel<?> channel = entry.channel();
        assertThat(channel.url().name()).isEqualTo(line.url());
        assertThat(channel.login()).isEqualTo(line.login());
        assertThat(channel.required()).isEqualTo(line.required());
        assertThat(channel.optional()).containsExactlyInAnyOrderElementsOf(line.optional());
    }

    @Test
    void bars_areThoseThatEachFamilyHas() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Bar bar : Bar.values()) {
            for (String family : List.of("candle", "mark-price-candle", "index-candle", "sprd-candle")) {
                try {
                    found.computeIfAbsent(family + "{bar}", f -> new TreeSet<>())
                            .add(family(family, bar).name().substring(family.length()));
                } catch (IllegalArgumentException e) {
                    assertThat(e).hasMessage("OKX has no channel " + family + bar.text());
                }
            }
        }
        found.forEach((family, bars) -> assertThat(bars)
                .as(family)
                .containsExactlyInAnyOrderElementsOf(TABLE.get(family).bars()));
    }

    private static Channel<?> family(String name, Bar bar) {
        return switch (name) {
            case "candle" -> Channels.candles(bar);
            case "mark-price-candle" -> Channels.markPriceCandles(bar);
            case "index-candle" -> Channels.indexCandles(bar);
            default -> Channels.spreadCandles(bar);
        };
    }

    @ParameterizedTest
    @MethodSource("rows")
    void row_hasAComponentOfTheRightKindForEveryDocumentedField(Entry entry) {
        DocumentedRow documented = new DocumentedRow(TABLE.get(entry.name()).fields());
        documented.object(entry.row());
        assertThat(without(documented.wrong, LEFT_OUT.getOrDefault(entry.row(), Set.of())))
                .as("fields of %s without a component that fits in %s", entry, entry.row())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void enum_knowsEveryDocumentedValue(Entry entry) {
        Set<String> unknown = new TreeSet<>();
        TABLE.get(entry.name()).fields().forEach((path, kind) -> {
            for (String value : kind.split("\\|", -1)) {
                Class<?> type = type(entry.row(), path);
                if (type != null && type.isEnum() && !kind.equals("text")) {
                    Enum<?> constant = Json.fromTree(value, type);
                    if (constant.name().equals("UNKNOWN")) {
                        unknown.add(path + ":" + value);
                    }
                }
            }
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void frameOfDocumentedFields_fillsEveryComponent() throws IOException {
        Map<Class<?>, Set<String>> empty = new LinkedHashMap<>();
        rows().forEach(entry -> {
            DocumentedRow documented = new DocumentedRow(TABLE.get(entry.name()).fields());
            Object wire =
                    entry.name().endsWith("{bar}") ? documented.columns(entry.row()) : documented.object(entry.row());
            String frame =
                    Json.write(Map.of("arg", Map.of("channel", entry.channel().name()), "data", List.of(wire)));
            Set<String> unfilled = new LinkedHashSet<>();
            unfilled((Record) decode(entry.channel(), frame).rows().get(0), "", unfilled);
            empty.merge(entry.row(), unfilled, ChannelTableTest::both);
        });
        Map<String, Set<String>> rest = rest();
        empty.forEach((row, paths) -> {
            if (row == SpreadPublicTrade.class) {
                paths.removeAll(rest.get("GET /api/v5/sprd/public-trades"));
            }
            for (Endpoint<?> endpoint : OkxClient.endpoints()) {
                if (endpoint.rowType() == row) {
                    paths.removeAll(rest.get(endpoint.toString()));
                }
            }
        });
        empty.values().removeIf(Set::isEmpty);
        assertThat(empty)
                .as("components that no documented field of any channel or endpoint fills")
                .isEmpty();
    }

    @Test
    void topic_thatLacksAnArgumentOrHasAStrangeOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(Channels.TICKERS::of)
                .withMessage("The channel tickers needs instId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Channels.TICKERS.of(Params.of("instId", "A").and("ccy", "B")))
                .withMessage("The channel tickers takes [instId], not [instId, ccy]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Channels.OPTION_TRADES.of(Params.of("instType", "OPTION")))
                .withMessage("The channel option-trades needs instId|instFamily");
        Params family = Params.of("instType", "OPTION").and("instFamily", "BTC-USD");
        assertThat(Channels.OPTION_TRADES.of(family).args())
                .containsExactlyInAnyOrderEntriesOf(Map.of("instType", "OPTION", "instFamily", "BTC-USD"));
    }

    private static <E> Update<E> decode(Channel<E> channel, String frame) {
        return channel.decoder().decode(new Topic<>(channel, Map.of()), frame);
    }

    private static void unfilled(Record row, String prefix, Set<String> paths) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            String path = prefix + component.getName();
            try {
                Object value = component.getAccessor().invoke(row);
                if (value == null || value.equals(List.of())) {
                    paths.add(path);
                } else if (value instanceof Record nested) {
                    unfilled(nested, path + ".", paths);
                } else if (value instanceof List<?> list && list.get(0) instanceof Record nested) {
                    unfilled(nested, path + ".", paths);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Class<?> type(Class<?> record, String path) {
        Class<?> type = record;
        for (String name : path.split("\\.", -1)) {
            Class<?> owner = type;
            type = Arrays.stream(owner.isRecord() ? owner.getRecordComponents() : new RecordComponent[0])
                    .filter(c -> c.getName().equals(name))
                    .map(c -> c.getGenericType() instanceof ParameterizedType ? row(c.getGenericType()) : c.getType())
                    .findAny()
                    .orElse(null);
            if (type == null) {
                return null;
            }
        }
        return type;
    }

    private static Class<?> row(Type type) {
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static Map<String, Set<String>> rest() throws IOException {
        Map<String, Set<String>> fields = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/endpoints.csv"))) {
            String[] columns = line.split(",", -1);
            fields.put(
                    columns[0] + " " + columns[1],
                    Set.of(columns[7].replace("?", "").split(" ", -1)));
        }
        return fields;
    }

    private static List<String> without(Iterable<String> names, Collection<String> known) {
        List<String> left = new ArrayList<>();
        names.forEach(name -> {
            if (!known.contains(name)) {
                left.add(name);
            }
        });
        return left;
    }
}
