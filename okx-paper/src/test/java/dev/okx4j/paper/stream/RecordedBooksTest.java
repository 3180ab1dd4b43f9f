package dev.okx4j.paper.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.WholeRecordings;
import dev.okx4j.client.json.Json;
import dev.okx4j.paper.feed.Scenario;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recorded streams of books, replayed through the exchange and read back by a client: no gap in the sequence numbers, and after
 * every frame the client's book has the checksum that OKX sent with the frame.
 *
 * <p>The whole recordings are read where the system property {@code okx4j.market-data} (or the environment's {@code
 * OKX4J_MARKET_DATA}) names the folder that holds them.
 */
@NullUnmarked
class RecordedBooksTest {
    private static final int LEVELS = 25;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void books2022May_readBackByAClient_haveNoError(boolean sockets) throws IOException {
        byte[] capture = resource("books-2022-05/okx-v5-2022-05-13_books.ws.txt.gz");
        Proof proof = new Proof(capture);
        proof.run("books-2022-05", sockets);
        assertThat(proof.errors).isEmpty();
        assertThat(proof.passed).isEqualTo(290);
        assertThat(proof.compared).isGreaterThan(250);
    }

    @Test
    void booksTickByTick_excerpt_readBackByAClient_haveNoError() throws IOException {
        byte[] capture = resource("books-l2-tbt-excerpt.ws.txt.gz");
        Proof proof = new Proof(capture);
        proof.run(scenario(capture), false);
        assertThat(proof.errors).isEmpty();
        assertThat(proof.passed).isGreaterThan(450);
        assertThat(proof.compared).isGreaterThan(400);
    }

    /** The whole recordings, one test each, where a folder with them is named; they are too large to be kept here. */
    @TestFactory
    List<DynamicTest> marketData_recordedStream_readBackByAClient_hasNoError() throws IOException {
        return WholeRecordings.each(file -> {
            byte[] capture = Files.readAllBytes(file);
            Proof proof = new Proof(capture);
            boolean bundled = file.getFileName().toString().contains("2022-05-13");
            proof.run(bundled ? "books-2022-05" : scenario(capture), true);
            assertThat(proof.errors).as(file.toString()).isEmpty();
            System.out.println(file.getFileName() + ": " + proof.passed + " frames of " + proof.books.size()
                    + " books replayed, " + proof.updates() + " updates read back, " + proof.compared
                    + " checksums compared, 0 errors");
        });
    }

    /** One recording on its way through the exchange. */
    private static final class Proof {
        final List<String> errors = new ArrayList<>();
        final Map<String, ClientBook> books = new LinkedHashMap<>();
        int passed;
        int compared;
        private final Deque<Frame> frames;

        Proof(byte[] capture) throws IOException {
            this.frames = frames(capture);
        }

        private record Frame(String instId, long ts, int checksum) {}

        void run(String scenario, boolean sockets) throws IOException {
            try (StreamExchange exchange = new StreamExchange(sockets, scenario)) {
                StreamClient client = exchange.connect(Door.PUBLIC);
                while (!frames.isEmpty()) {
                    Map<?, ?> clock = (Map<?, ?>)
                            exchange.post("/paper/v1/clock", "{\"step\":true}").get(0);
                    Map<String, Frame> reached = reached(Long.parseLong((String) clock.get("marketTime")));
                    reached.keySet().forEach(instId -> follow(client, instId));
                    client.settled().forEach(this::take);
                    reached.forEach(this::compare);
                }
            }
            books.forEach((instId, book) -> book.errors().forEach(error -> errors.add(instId + ": " + error)));
        }

        /** Returns the last recorded frame of each book that market time has reached with this step. */
        private Map<String, Frame> reached(long now) {
            Map<String, Frame> reached = new LinkedHashMap<>();
            while (!frames.isEmpty() && frames.getFirst().ts <= now) {
                Frame frame = frames.removeFirst();
                reached.put(frame.instId, frame);
                passed++;
            }
            return reached;
        }

        private void follow(StreamClient client, String instId) {
            if (books.putIfAbsent(instId, new ClientBook()) == null) {
                client.send("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"books\",\"instId\":\"" + instId + "\"}]}");
            }
        }

        private void take(String text) {
            Map<?, ?> push = (Map<?, ?>) Json.parse(text);
            if (push.containsKey("data")) {
                Map<?, ?> arg = (Map<?, ?>) push.get("arg");
                Objects.requireNonNull(books.get(arg.get("instId"))).take(push);
            } else if (!"subscribe".equals(push.get("event"))) {
                errors.add(text);
            }
        }

        private void compare(String instId, Frame frame) {
            ClientBook book = Objects.requireNonNull(books.get(instId));
            compared++;
            int checksum = checksum(book.bids(LEVELS), book.asks(LEVELS));
            if (checksum != frame.checksum) {
                errors.add(instId + " at " + frame.ts + ": " + checksum + " instead of " + frame.checksum);
            }
        }

        int updates() {
            return books.values().stream().mapToInt(ClientBook::updates).sum();
        }

        /** Returns the book frames of a capture in the order of OKX's own times. */
        private static Deque<Frame> frames(byte[] capture) throws IOException {
            List<Frame> found = new ArrayList<>();
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(capture)), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.contains("\"checksum\"")) {
                        Map<?, ?> frame = (Map<?, ?>) Json.parse(line.substring(line.indexOf(": ") + 2));
                        Map<?, ?> row = (Map<?, ?>) ((List<?>) frame.get("data")).get(0);
                        found.add(new Frame(
                                (String) ((Map<?, ?>) frame.get("arg")).get("instId"),
                                Long.parseLong((String) row.get("ts")),
                                ((BigDecimal) row.get("checksum")).intValueExact()));
                    }
                }
            }
            found.sort(Comparator.comparingLong(Frame::ts));
            return new ArrayDeque<>(found);
        }
    }

    /** Returns OKX's checksum: the best 25 of both sides in turn, the longer side going on alone. */
    private static int checksum(List<List<String>> bids, List<List<String>> asks) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
            if (i < bids.size()) {
                parts.add(bids.get(i).get(0) + ":" + bids.get(i).get(1));
            }
            if (i < asks.size()) {
                parts.add(asks.get(i).get(0) + ":" + asks.get(i).get(1));
            }
        }
        CRC32 crc = new CRC32();
        crc.update(String.join(":", parts).getBytes(UTF_8));
        return (int) crc.getValue();
    }

    private String scenario(byte[] capture) throws IOException {
        Files.write(folder.resolve("capture.ws.txt.gz"), capture);
        Files.write(folder.resolve("instruments.json"), resource("instruments-2022-02-27.json"));
        Files.writeString(folder.resolve("manifest.json"), """
                {"schema":1,"id":"tick-by-tick","title":"t","start":"2022-02-27T00:00:00Z",
                 "begin":"2022-02-27T23:14:27Z","instruments":"instruments.json",
                 "captures":[{"file":"capture.ws.txt.gz","source":"cryptofeed"}]}""");
        return folder.toString();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Scenario.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
