package dev.okx4j.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class JsonTest {
    /** A row with one of everything. */
    public record Row(
            String id,
            BigDecimal px,
            Instant ts,
            Side side,
            PosSide posSide,
            Boolean flag,
            Integer count,
            Long number,
            List<String> names,
            List<Level> levels,
            Level single) {}

    /** A row inside a row. */
    public record Level(BigDecimal px, BigDecimal sz) {}

    @Test
    void tree_keepsOrderAndExactNumbers() {
        Object tree = Json.parse("{\"b\":[1,2.50,-3e2,true,null],\"a\":\"x\"}");
        assertThat(tree)
                .isEqualTo(Map.of(
                        "a",
                        "x",
                        "b",
                        Arrays.asList(
                                new BigDecimal("1"), new BigDecimal("2.50"), new BigDecimal("-3e2"), true, null)));
        assertThat(((Map<?, ?>) tree).keySet().toString()).isEqualTo("[b, a]");
    }

    @Test
    void string_escapesAreUndone() {
        assertThat(Json.parse("\"\\u00e9\\n\\t\\\"\\\\\\/\\b\\f\\r\\ud83d\\ude00\""))
                .isEqualTo("é\n\t\"\\/\b\f\r😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}x",
                "{} {}",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{a:1}",
                "'a'",
                "NaN",
                "Infinity",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "-",
                "1e1000",
                "1e-101",
                "tru",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud83d\"",
                "\"\\ude00\\ud83d\"",
                "\"a",
                "\"a\nb\"",
                "\uFEFF{}",
                "// no\n1",
                "[1 2]",
                "{\"a\" 1}",
                "1 // no"
            })
    void document_thatIsNotStrictlyJson_isRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void number_withMoreDigitsThanAnyAmount_isRefused() {
        assertThat(Json.parse("9".repeat(100))).isEqualTo(new BigDecimal("9".repeat(100)));
        assertThatThrownBy(() -> Json.parse("9".repeat(101))).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.read("{\"px\":\"1e999999999\"}", Row.class))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void message_quotesAtMostFortyCharacters() {
        assertThatThrownBy(() -> Json.parse("[" + "x".repeat(500)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("at character 1")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("x".repeat(41)));
        assertThatThrownBy(() -> Json.parse("9".repeat(500)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("9".repeat(41)));
    }

    @Test
    void depth_isBounded() {
        assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(List.class);
        assertThatThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("64");
        assertThatThrownBy(() -> Json.parse("[".repeat(1_000_000))).isInstanceOf(JsonException.class);
    }

    @Test
    void size_isBounded() {
        JsonLimits limits = new JsonLimits(5, 2);
        assertThat(Json.parse("[1,2]", limits)).isNotNull();
        assertThatThrownBy(() -> Json.parse("[1,23]", limits)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse("[1,23]".getBytes(StandardCharsets.UTF_8), limits))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void bytes_thatAreNotUtf8_areRefused() {
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC3, '"'})).isInstanceOf(JsonException.class);
        assertThat(Json.parse("\"é\"".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
    }

    @Test
    void write_undoesParse_forRandomTrees() {
        long seed = 20260817;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Object tree = tree(random, 4);
            assertThat(Json.parse(Json.write(tree)))
                    .as("seed %d, tree %d", seed, i)
                    .isEqualTo(tree);
        }
    }

    @Test
    void write_spellsDecimalsPlainly() {
        assertThat(Json.write(
                        List.of(new BigDecimal("4.3E-7"), new BigDecimal("1E+3"), 7, 8L, Side.buy, PosSide.long_)))
                .isEqualTo("[0.00000043,1000,7,8,\"buy\",\"long\"]");
        assertThat(Json.write(Instant.ofEpochMilli(5))).isEqualTo("\"5\"");
        assertThat(Json.write(Duration.ofSeconds(5))).isEqualTo("\"5000\"");
        assertThat(Json.write(Map.of())).isEqualTo("{}");
        assertThat(Json.write("\u0001\u2028")).isEqualTo("\"\\u0001\\u2028\"");
    }

    @Test
    void write_ofFloatingPoint_isRefused() {
        Object inexact = Float.valueOf(1);
        assertThatThrownBy(() -> Json.write(inexact)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A row with a duration. */
    public record Window(Duration span, Duration none) {}

    @Test
    void duration_isAStringOfMilliseconds() {
        Window window = Json.read("{\"span\":\"5000\",\"none\":\"\"}", Window.class);
        assertThat(window).isEqualTo(new Window(Duration.ofSeconds(5), null));
        assertThat(Json.toTree(window)).isEqualTo(Map.of("span", "5000"));
        assertThatThrownBy(() -> Json.read("{\"span\":\"1.5\"}", Window.class)).isInstanceOf(JsonException.class);
    }

    @Test
    void row_takesOkxsFormOfEveryType() {
        Row row = Json.read("""
                {"id":"7","px":"0.10","ts":"1597026383085","side":"buy","posSide":"long","flag":"false","count":3,
                 "number":12345678901,"names":["a"],"levels":[["1","2","0","9"]],"single":{"px":"3"},"new":{"x":[1]}}""", Row.class);
        assertThat(row.px()).isEqualTo(new BigDecimal("0.10"));
        assertThat(row.ts()).isEqualTo(Instant.ofEpochMilli(1597026383085L));
        assertThat(row.posSide()).isEqualTo(PosSide.long_);
        assertThat(row.flag()).isFalse();
        assertThat(row.count()).isEqualTo(3);
        assertThat(row.number()).isEqualTo(12345678901L);
        assertThat(row.levels()).containsExactly(new Level(new BigDecimal("1"), new BigDecimal("2")));
        assertThat(row.single().sz()).isNull();
    }

    @Test
    void row_emptyTextAndNull_areAbsent() {
        Row row = Json.read("""
                {"id":"","px":"","ts":"","side":"","posSide":null,"flag":"","count":"","names":"","levels":null,"single":""}""", Row.class);
        assertThat(row).isEqualTo(new Row(null, null, null, null, null, null, null, null, null, null, null));
        assertThat(Json.toTree(row)).isEmpty();
    }

    @Test
    void row_unknownEnumValue_isUnknown() {
        assertThat(Json.<Row>read("{\"side\":\"borrow\"}", Row.class).side()).isEqualTo(Side.UNKNOWN);
    }

    @Test
    void row_listsCannotBeChanged() {
        Row row = Json.read("{\"names\":[\"a\"]}", Row.class);
        assertThatThrownBy(() -> row.names().add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"px\":\"1,5\"}",
                "{\"px\":[]}",
                "{\"px\":true}",
                "{\"px\":\"１\"}",
                "{\"ts\":\"1.5\"}",
                "{\"ts\":\"99999999999999999999\"}",
                "{\"count\":\"2147483648\"}",
                "{\"flag\":\"yes\"}",
                "{\"names\":\"a\"}",
                "{\"single\":\"x\"}",
                "[1]x",
                "null"
            })
    void row_thatDoesNotFit_isRefused(String text) {
        assertThatThrownBy(() -> Json.read(text, Row.class)).isInstanceOf(JsonException.class);
    }

    @Test
    void toTree_writesOkxsForm() {
        Row row = new Row(
                "7",
                new BigDecimal("1E+2"),
                Instant.ofEpochMilli(9),
                Side.sell,
                PosSide.short_,
                true,
                3,
                null,
                List.of("a"),
                List.of(),
                new Level(new BigDecimal("0.10"), null));
        assertThat(Json.toTree(row))
                .containsOnly(
                        entry("id", "7"),
                        entry("px", "100"),
                        entry("ts", "9"),
                        entry("side", "sell"),
                        entry("posSide", "short"),
                        entry("flag", true),
                        entry("count", 3L),
                        entry("names", List.of("a")),
                        entry("levels", List.of()),
                        entry("single", Map.of("px", "0.10")));
        assertThat(Json.write(row)).contains("\"posSide\":\"short\"");
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new BigDecimal(new java.math.BigInteger(60, random), random.nextInt(18));
            case 1 -> random.nextBoolean();
            case 2 -> null;
            case 3 -> text(random);
            case 4 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(tree(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), tree(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(8), 0, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
