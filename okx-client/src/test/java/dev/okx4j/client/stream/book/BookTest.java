package dev.okx4j.client.stream.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.market.BookLevel;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class BookTest {
    private record Sides(List<BookLevel> bids, List<BookLevel> asks) {}

    @ParameterizedTest
    @CsvSource({"1,400,false", "2,400,true", "3,50,true", "4,12,false", "5,5,true", "6,1,false", "7,1,true"})
    void apply_randomChanges_giveTheExchangesBook(long seed, int depth, boolean checksums) {
        World world = new World(new Random(seed), depth);
        if (checksums) {
            world.withChecksums();
        }
        Book book = new Book(depth, () -> false);
        for (int i = 0; i < 3_000; i++) {
            Step step = book.apply(BookChange.parse(i % 1_000 == 0 ? world.snapshot() : world.change()));
            assertThat(step.isBroken())
                    .as("seed %d, change %d: %s", seed, i, step)
                    .isFalse();
            assertThat(step == Step.SNAPSHOT).isEqualTo(i % 1_000 == 0);
            assertThat(book.bids()).as("seed %d, change %d", seed, i).isEqualTo(world.bids());
            assertThat(book.asks()).as("seed %d, change %d", seed, i).isEqualTo(world.asks());
            assertThat(book.last().seqId()).isEqualTo(world.seqId());
        }
    }

    @ParameterizedTest
    @CsvSource({"11,20", "12,20", "13,3", "14,25"})
    void apply_pushesLostDoubledSwappedAndDamaged_neverGiveABookThatTheExchangeDidNotHave(long seed, int depth) {
        Random random = new Random(seed);
        World world = new World(random, depth).withChecksums();
        Book book = new Book(depth, () -> false);
        Map<Long, Sides> history = new HashMap<>();
        int broken = 0;
        int current = 0;
        boolean damaged = false;
        String late = null;
        for (int i = 0; i < 6_000; i++) {
            boolean snapshot = broken > 0 && !book.isCurrent() && random.nextInt(5) == 0 || i == 0;
            String frame = snapshot ? world.snapshot() : world.change();
            history.put(world.ts(), new Sides(world.bids(), world.asks()));
            int fault = random.nextInt(60);
            List<String> arriving = switch (fault) {
                case 0 -> List.of();
                case 1 -> List.of(frame, frame);
                case 2 -> List.of(frame.replaceFirst("\\[\\[\"\\d", "[[\"7"));
                case 3 -> {
                    late = frame;
                    yield List.of();
                }
                default -> late == null ? List.of(frame) : List.of(frame, late);
            };
            late = fault == 3 ? late : null;
            for (String each : arriving) {
                Step step = book.apply(BookChange.parse(each));
                broken += step.isBroken() ? 1 : 0;
                if (book.isCurrent()) {
                    current++;
                }
                if (book.last() != null) {
                    assertThat(new Sides(book.bids(), book.asks()))
                            .as("seed %d, change %d: %s after %s", seed, i, step, each)
                            .isEqualTo(history.get(book.last().ts().toEpochMilli()));
                }
            }
        }
        assertThat(broken).as("seed %d", seed).isGreaterThan(50);
        assertThat(current).as("seed %d", seed).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void apply_pricesOfAnyLength_areSortedExactly(long seed) {
        List<String> prices = new ArrayList<>(List.of(
                "123456789012345678",
                "999999999999999999",
                "1234567890123456789012345",
                "0.000000000000000001",
                "0.0000000000000000000000001",
                "9223372036854775807",
                "9.3",
                "93",
                "9.29999999999999999",
                "1e2",
                "100.5"));
        Collections.shuffle(prices, new Random(seed));
        Book book = new Book(400, () -> false);
        book.apply(BookChange.parse("{\"data\":[{\"bids\":[],\"ts\":\"1\",\"asks\":["
                + prices.stream().map(px -> "[\"" + px + "\",\"1\"]").collect(Collectors.joining(",")) + "]}]}"));
        assertThat(book.asks())
                .as("seed %d", seed)
                .extracting(BookLevel::px)
                .containsExactlyElementsOf(
                        prices.stream().map(BigDecimal::new).sorted().toList());
    }

    @Test
    void apply_everyBundledRecordedFrame_hasNoGapAndEveryChecksum() throws IOException {
        Replay replay = new Replay(Recordings.bundled());
        assertThat(replay.broken).isEmpty();
        assertThat(replay.frames).isEqualTo(819);
        assertThat(replay.checksums).isEqualTo(812);
    }

    @TestFactory
    Stream<DynamicTest> apply_everyRecordedFrame_hasNoGapAndEveryChecksum() throws IOException {
        String where = System.getenv("OKX4J_MARKET_DATA");
        return where == null
                ? Stream.empty()
                : Recordings.files(Path.of(where)).stream()
                        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                            Replay replay = new Replay(Recordings.frames(file));
                            System.out.println(file.getFileName() + ": " + replay.frames + " frames of "
                                    + replay.books.size() + " books, " + replay.checksums + " checksums reproduced, "
                                    + replay.broken.size() + " broken");
                            assertThat(replay.broken).isEmpty();
                        }));
    }

    /** Recorded frames, applied to the books that they are of. */
    private static final class Replay {
        final Map<String, Book> books = new HashMap<>();
        final Map<String, Step> broken = new HashMap<>();
        int frames;
        int checksums;

        Replay(List<String> recorded) {
            for (String frame : recorded) {
                BookChange change = BookChange.parse(frame);
                Step step = books.computeIfAbsent(Recordings.instId(frame), id -> new Book(400, () -> false))
                        .apply(change);
                frames++;
                checksums += change.checksum() == 0 ? 0 : 1;
                if (step.isBroken() || step == Step.HELD) {
                    broken.put(frame, step);
                }
            }
        }
    }
}
