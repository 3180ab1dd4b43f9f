package dev.okx4j.paper.venue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.WholeRecordings;
import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.MarketEvent;
import dev.okx4j.paper.feed.Scenario;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every book frame of a recorded stream, read through the feed, gives the checksum that OKX sent with it.
 *
 * <p>The whole recordings are read where the system property {@code okx4j.market-data} (or the environment's {@code
 * OKX4J_MARKET_DATA}) names the folder that holds them.
 */
@NullUnmarked
class RecordedStreamsTest {
    private static final int LEVELS = 25;

    @TempDir
    Path folder;

    @Test
    void books2022May_everyFrame_hasItsChecksum() throws IOException {
        byte[] capture = resource(Scenario.class, "books-2022-05/okx-v5-2022-05-13_books.ws.txt.gz");
        assertThat(verified(Scenario.named("books-2022-05"), capture)).isEqualTo(290);
    }

    @Test
    void booksTickByTick_excerpt_everyFrameHasItsChecksum() throws IOException {
        byte[] capture = resource(Scenario.class, "books-l2-tbt-excerpt.ws.txt.gz");
        assertThat(verified(scenario(capture), capture)).isGreaterThan(450);
    }

    /** The whole recordings, one test each, where a folder with them is named; they are too large to be kept here. */
    @TestFactory
    List<DynamicTest> marketData_recordedStream_hasItsChecksums() throws IOException {
        return WholeRecordings.each(file -> {
            byte[] capture = Files.readAllBytes(file);
            Scenario scenario = file.getFileName().toString().contains("2022-05-13")
                    ? Scenario.named("books-2022-05")
                    : scenario(capture);
            System.out.println(file.getFileName() + ": " + verified(scenario, capture) + " frames, 0 errors");
        });
    }

    @Test
    void books2022May_throughTheVenue_theBookThatIsServedHasTheChecksum() throws IOException {
        Scenario scenario = Scenario.named("books-2022-05");
        byte[] capture = resource(Scenario.class, "books-2022-05/okx-v5-2022-05-13_books.ws.txt.gz");
        Map<String, Deque<Integer>> checksums = checksums(capture);
        Venue venue = Venue.open(scenario.feed(), Map.of("USDT", BigDecimal.TEN));
        Map<String, Integer> due = new HashMap<>();
        int compared = 0;
        for (MarketEvent event : events(scenario)) {
            if (event.ts().isAfter(venue.now())) {
                compared += compare(venue, due);
                due.clear();
                venue.apply(new Command.Advance(event.ts(), false));
            }
            if (event instanceof MarketEvent.Depth) {
                due.put(event.instId(), checksums.get(event.instId()).removeFirst());
            }
        }
        assertThat(compared + compare(venue, due)).isGreaterThan(250);
    }

    private static int compare(Venue venue, Map<String, Integer> due) {
        due.forEach((instId, checksum) -> {
            BookView book = venue.book(instId, LEVELS);
            assertThat(checksum(texts(book.bids()), texts(book.asks())))
                    .as(instId + " at " + venue.now())
                    .isEqualTo(checksum);
        });
        return due.size();
    }

    private static List<String> texts(List<BookView.Row> rows) {
        return rows.stream()
                .map(row -> row.px().toPlainString() + ":" + row.sz().toPlainString())
                .toList();
    }

    private static int verified(Scenario scenario, byte[] capture) throws IOException {
        Map<String, Deque<Integer>> checksums = checksums(capture);
        Map<String, RecordedBook> books = new HashMap<>();
        int frames = 0;
        for (MarketEvent event : events(scenario)) {
            if (event instanceof MarketEvent.Depth depth) {
                RecordedBook book = books.computeIfAbsent(depth.instId(), unused -> new RecordedBook());
                book.apply(depth, new QueueModel());
                int told = checksums.get(depth.instId()).removeFirst();
                assertThat(checksum(top(book, Side.BUY), top(book, Side.SELL)))
                        .as("frame %d of %s at %s", frames, depth.instId(), depth.ts())
                        .isEqualTo(told);
                assertThat(isCrossed(book)).as("crossed at " + depth.ts()).isFalse();
                frames++;
            }
        }
        assertThat(checksums.values()).allMatch(Deque::isEmpty);
        return frames;
    }

    private static boolean isCrossed(RecordedBook book) {
        RecordedBook.Level bid = book.best(Side.BUY);
        RecordedBook.Level ask = book.best(Side.SELL);
        return bid != null && ask != null && bid.px.compareTo(ask.px) >= 0;
    }

    private static List<MarketEvent> events(Scenario scenario) {
        List<MarketEvent> events = new ArrayList<>();
        Feed.Cursor cursor = scenario.feed().after(Instant.EPOCH);
        for (MarketEvent event = cursor.peek(); event != null; event = cursor.peek()) {
            events.add(event);
            cursor.skip();
        }
        return events;
    }

    private static List<String> top(RecordedBook book, Side side) {
        List<String> levels = new ArrayList<>();
        for (RecordedBook.Level level : book.levels(side)) {
            if (levels.size() < LEVELS) {
                levels.add(level.px.toPlainString() + ":" + level.sz.toPlainString());
            }
        }
        return levels;
    }

    /** Returns OKX's checksum: the best 25 of both sides in turn, the longer side going on alone. */
    private static int checksum(List<String> bids, List<String> asks) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
            if (i < bids.size()) {
                parts.add(bids.get(i));
            }
            if (i < asks.size()) {
                parts.add(asks.get(i));
            }
        }
        CRC32 crc = new CRC32();
        crc.update(String.join(":", parts).getBytes(UTF_8));
        return (int) crc.getValue();
    }

    /** Returns the checksums of each instrument's book frames, in the order of the capture. */
    private static Map<String, Deque<Integer>> checksums(byte[] capture) throws IOException {
        Map<String, Deque<Integer>> found = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(capture)), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"checksum\"")) {
                    Map<?, ?> frame = (Map<?, ?>) Json.parse(line.substring(line.indexOf(": ") + 2));
                    String instId = (String) ((Map<?, ?>) frame.get("arg")).get("instId");
                    BigDecimal told = (BigDecimal) ((Map<?, ?>) ((List<?>) frame.get("data")).get(0)).get("checksum");
                    found.computeIfAbsent(instId, unused -> new ArrayDeque<>()).add(told.intValueExact());
                }
            }
        }
        return found;
    }

    private Scenario scenario(byte[] capture) throws IOException {
        Files.write(folder.resolve("capture.ws.txt.gz"), capture);
        Files.write(folder.resolve("instruments.json"), resource(Scenario.class, "instruments-2022-02-27.json"));
        Files.writeString(folder.resolve("manifest.json"), """
                {"schema":1,"id":"tick-by-tick","title":"t","start":"2022-02-27T00:00:00Z",
                 "begin":"2022-02-27T23:14:27Z","instruments":"instruments.json",
                 "captures":[{"file":"capture.ws.txt.gz","source":"cryptofeed"}]}""");
        return Scenario.named(folder.toString());
    }

    private static byte[] resource(Class<?> near, String name) throws IOException {
        try (var in = Objects.requireNonNull(near.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
