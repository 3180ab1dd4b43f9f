package dev.okx4j.testing.streams;

import static java.util.Objects.requireNonNull;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.BookView;
import dev.okx4j.paper.PaperExchange;
import dev.okx4j.testing.Faults;
import dev.okx4j.testing.FaultyServer;
import dev.okx4j.testing.FaultyStreams;
import dev.okx4j.testing.FaultyWire;
import dev.okx4j.testing.SignedCalls;
import dev.okx4j.testing.StreamFaults;
import dev.okx4j.testing.StreamRule;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A paper exchange, a port on which it is reached through faults, and a way around them for what is true and what happens. */
final class StreamWorld implements Closeable {
    static final String BTC = SignedCalls.BTC;
    static final String ETH = "ETH-USDT-SWAP";

    private final PaperExchange paper;
    private final Faults faults = new Faults();
    private final FaultyServer server;
    private final SignedCalls truth;
    private Instant marketTime;
    private int number;

    private StreamWorld(PaperExchange paper, Clock clock, boolean overPort) throws IOException {
        this.paper = paper;
        FaultyStreams streams = overPort
                ? FaultyStreams.before("http://127.0.0.1:" + paper.serve(0), faults)
                : FaultyStreams.before(paper.webSockets(), faults);
        this.server = FaultyServer.start(new FaultyWire(paper.wire(), paper.credentials(), faults), streams);
        this.truth = new SignedCalls(paper.wire(), paper.credentials(), clock);
        this.marketTime = Instant.ofEpochMilli(Long.parseLong(
                String.valueOf(truth.rows("/paper/v1/clock").get(0).get("marketTime"))));
        does("/paper/v1/deposit", Map.of("ccy", "USDT", "amt", "100000000"));
    }

    /** Opens an exchange on the recorded prices. */
    static StreamWorld open() {
        return open(PaperExchange.builder(), Clock.system(), true);
    }

    static StreamWorld open(PaperExchange.Builder builder, Clock clock, boolean overPort) {
        try {
            return new StreamWorld(builder.rateLimits(false).clock(clock).open(), clock, overPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the beginning of a client that comes over sockets and faults and may trade. */
    OkxClientBuilder clientBuilder() {
        return OkxClient.builder()
                .baseUrl(server.baseUrl())
                .credentials(paper.credentials())
                .limiter(new Limiter())
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory());
    }

    StreamRule on(String message) {
        return faults.stream(message);
    }

    StreamFaults streams() {
        return faults.streams();
    }

    Faults faults() {
        return faults;
    }

    PaperExchange paper() {
        return paper;
    }

    FaultyServer server() {
        return server;
    }

    SignedCalls truth() {
        return truth;
    }

    /** Returns rows of REST, read around every fault. */
    List<Map<String, @Nullable Object>> rows(String target) {
        try {
            return truth.rows(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first row of a list of lists. */
    List<?> list(String target) {
        try {
            Map<?, ?> envelope =
                    (Map<?, ?>) requireNonNull(Json.parse(truth.get(target).body()));
            return (List<?>) ((List<?>) requireNonNull(envelope.get("data"))).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does a write around every fault, and returns the answer's first row. */
    Map<String, @Nullable Object> does(String path, Object body) {
        try {
            WireResponse answer = paper.wire().exchange(truth.post(path, body));
            List<Map<String, @Nullable Object>> rows = Answers.rows(answer);
            return rows.isEmpty() ? Map.of() : rows.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets market time run. */
    synchronized void run(Duration time) {
        marketTime = marketTime.plus(time);
        does("/paper/v1/clock", Map.of("to", Long.toString(marketTime.toEpochMilli())));
    }

    /** Buys at the market around every fault, and returns the order's id. */
    String fill(String instId, String side) {
        return order(Map.of("instId", instId, "tdMode", "cross", "side", side, "ordType", "market", "sz", "0.1"));
    }

    /** Places an order far from the market around every fault, and returns its id. */
    String rest(String instId) {
        String px = new BigDecimal(last(instId))
                .multiply(new BigDecimal("0.99"))
                .setScale(0, RoundingMode.DOWN)
                .toPlainString();
        return order(
                Map.of("instId", instId, "tdMode", "cross", "side", "buy", "ordType", "limit", "sz", "0.1", "px", px));
    }

    String order(Map<String, String> order) {
        Map<String, String> named = new HashMap<>(order);
        named.put("clOrdId", "world" + ++number);
        Map<String, @Nullable Object> answer = does("/api/v5/trade/order", named);
        if (!"0".equals(answer.get("sCode"))) {
            throw new AssertionError("The exchange refused " + named + ": " + answer);
        }
        return String.valueOf(answer.get("ordId"));
    }

    void cancel(String instId, String ordId) {
        does("/api/v5/trade/cancel-order", Map.of("instId", instId, "ordId", ordId));
    }

    String last(String instId) {
        return String.valueOf(
                rows("/api/v5/market/ticker?instId=" + instId).get(0).get("last"));
    }

    /** Lets the exchange begin anew, as after maintenance. */
    void reset() {
        does("/paper/v1/reset", Map.of());
        marketTime = Instant.ofEpochMilli(
                Long.parseLong(String.valueOf(rows("/paper/v1/clock").get(0).get("marketTime"))));
    }

    /** Returns whether a book is current, and what REST shows. */
    boolean isBookOf(String instId, BookView book) {
        return !book.stale()
                && RestBooks.text(rows("/api/v5/market/books?instId=" + instId + "&sz=400")
                                .get(0))
                        .equals(BookText.of(book));
    }

    /** Returns a snapshot of the book that a push leads to, in the push's place. */
    String snapshot(String instId, String push) {
        Map<String, @Nullable Object> row =
                rows("/api/v5/market/books?instId=" + instId + "&sz=400").get(0);
        Map<?, ?> frame = (Map<?, ?>) requireNonNull(Json.parse(push));
        Map<String, @Nullable Object> whole = new HashMap<>(Answers.rows(frame).get(0));
        whole.put("asks", row.get("asks"));
        whole.put("bids", row.get("bids"));
        whole.put("prevSeqId", -1);
        return Json.write(Map.of("arg", frame.get("arg"), "action", "snapshot", "data", List.of(whole)));
    }

    @Override
    public void close() {
        try {
            server.close();
            paper.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
