package dev.okx4j.client.stream.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.market.BookLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class BookChangeTest {
    /** What a frame says, read the slow way. */
    private record Plain(
            boolean snapshot,
            List<BookLevel> asks,
            List<BookLevel> bids,
            Long seqId,
            Long prevSeqId,
            int checksum,
            Instant ts) {

        static Plain of(BookChange change) {
            return new Plain(
                    change.snapshot(),
                    List.copyOf(change.asks()),
                    List.copyOf(change.bids()),
                    change.seqId(),
                    change.prevSeqId(),
                    change.checksum(),
                    change.ts());
        }

        /** Returns null for what is not a push of a book. */
        static Plain read(String frame) {
            try {
                Map<?, ?> tree = (Map<?, ?>) Json.parse(frame);
                Object action = tree.containsKey("action") ? tree.get("action") : "snapshot";
                List<?> data = (List<?>) tree.get("data");
                Map<?, ?> row = (Map<?, ?>) data.get(0);
                if (data.size() != 1 || !(action.equals("snapshot") || action.equals("update"))) {
                    return null;
                }
                Long checksum = number(row.get("checksum"));
                return new Plain(
                        action.equals("snapshot"),
                        levels((List<?>) row.get("asks")),
                        levels((List<?>) row.get("bids")),
                        number(row.get("seqId")),
                        number(row.get("prevSeqId")),
                        checksum == null ? 0 : Math.toIntExact(checksum),
                        Instant.ofEpochMilli(number(row.get("ts"))));
            } catch (JsonException
                    | ClassCastException
                    | NullPointerException
                    | IndexOutOfBoundsException
                    | ArithmeticException e) {
                return null;
            }
        }

        private static List<BookLevel> levels(List<?> rows) {
            List<BookLevel> levels = new ArrayList<>();
            for (Object each : rows) {
                List<?> row = (List<?>) each;
                BigDecimal px = decimal(row.get(0));
                BigDecimal sz = decimal(row.get(1));
                Object column = row.size() > 3 ? row.get(3) : row.size() == 3 ? row.get(2) : null;
                if (row.size() > 3 && row.get(2) != null && !row.get(2).equals("")) {
                    decimal(row.get(2));
                }
                Long orders = number(column);
                if (sz.signum() < 0 || (orders != null && orders < 0)) {
                    throw new ArithmeticException();
                }
                levels.add(new BookLevel(px, sz, "0", orders == null ? 0 : Math.toIntExact(orders)));
            }
            return levels;
        }

        private static Long number(Object value) {
            return value == null || value.equals("")
                    ? null
                    : (Long) decimal(value).longValueExact();
        }

        private static BigDecimal decimal(Object value) {
            return value instanceof BigDecimal d
                    ? d
                    : (BigDecimal) Json.read('"' + value.toString() + '"', BigDecimal.class);
        }
    }

    @Test
    void parse_recordedFrames_sayWhatTheTreeSays() {
        List<String> frames = Recordings.bundled();
        assertThat(frames).hasSizeGreaterThan(800);
        for (String frame : frames) {
            assertThat(Plain.of(BookChange.parse(frame))).isEqualTo(Plain.read(frame));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void parse_randomFrames_sayWhatTheTreeSays(long seed) {
        Frames frames = new Frames(new Random(seed));
        for (int i = 0; i < 5_000; i++) {
            String frame = frames.next();
            Plain expected = Plain.read(frame);
            assertThat(expected).as("seed %d, frame %s", seed, frame).isNotNull();
            assertThat(Plain.of(BookChange.parse(frame)))
                    .as("seed %d, frame %s", seed, frame)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void parse_damagedFrames_areRefusedWhenTheTreeRefusesThem(long seed) {
        Random random = new Random(seed);
        Frames frames = new Frames(random);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            String frame = frames.damaged();
            Plain expected = Plain.read(frame);
            try {
                BookChange change = BookChange.parse(frame);
                if (expected == null) {
                    fail("seed %d: taken, and should not be: %s", seed, frame);
                }
                assertThat(Plain.of(change))
                        .as("seed %d, frame %s", seed, frame)
                        .isEqualTo(expected);
            } catch (JsonException e) {
                assertThat(expected)
                        .as("seed %d, %s refused: %s", seed, frame, e.getMessage())
                        .isNull();
                refused++;
            }
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"data\":[]}",
                "{\"data\":[{}]}",
                "{\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"\"}]}",
                "{\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\"}],}",
                "{\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\"}]} x",
                "{\"data\":[{\"asks\":[],\"asks\":[],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"x\":1,\"x\":2,\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\"},{\"asks\":[],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"action\":\"delete\",\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"data\":[{\"asks\":[[\"1\"]],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"data\":[{\"asks\":[[\"\",\"1\",\"0\",\"1\"]],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"data\":[{\"asks\":[[\"01\",\"1\",\"0\",\"1\"]],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"data\":[{\"asks\":[[\"1\",\"-1\",\"0\",\"1\"]],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"data\":[{\"asks\":[[\"NaN\",\"1\",\"0\",\"1\"]],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"data\":[{\"asks\":[[\"1e999\",\"1\",\"0\",\"1\"]],\"bids\":[],\"ts\":\"1\"}]}",
                "{\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\",\"checksum\":4294967296}]}",
                "{\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1.5\"}]}",
                "{\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\",\"x\":\"\\ud83d\"}]}"
            })
    void parse_whatIsNoPushOfABook_isRefused(String frame) {
        assertThatThrownBy(() -> BookChange.parse(frame)).isInstanceOf(JsonException.class);
        assertThat(Plain.read(frame)).isNull();
    }

    @Test
    void parse_nestedTooDeep_isRefused() {
        String frame =
                "{\"x\":" + "[".repeat(70) + "]".repeat(70) + ",\"data\":[{\"asks\":[],\"bids\":[],\"ts\":\"1\"}]}";
        assertThatThrownBy(() -> BookChange.parse(frame))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("deeper");
    }

    @Test
    void parse_pricesOfAnyLength_areExact() {
        BookChange change = BookChange.parse(
                "{\"data\":[{\"asks\":[[\"123456789012345678.901\",\"0.0000000000000000001\",\"0\",\"2\"]],"
                        + "\"bids\":[[\"8476.980\",\"1e3\",\"0\",\"1\"]],\"ts\":\"1597026383085\",\"seqId\":5,\"prevSeqId\":-1}]}");
        assertThat(change.asks())
                .containsExactly(new BookLevel(
                        new BigDecimal("123456789012345678.901"), new BigDecimal("0.0000000000000000001"), "0", 2));
        assertThat(change.bids())
                .containsExactly(new BookLevel(new BigDecimal("8476.980"), new BigDecimal("1e3"), "0", 1));
        assertThat(change.snapshot()).isTrue();
        assertThat(change).hasToString("snapshot -1→5, 1 asks, 1 bids");
    }
}
