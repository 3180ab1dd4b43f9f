package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class BookPushTest {
    private static final String BOOKS = "{\"channel\":\"books\",\"instId\":\"NVDA-USDT-SWAP\"}";

    private StreamExchange exchange;

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({"false, books, 400", "true, books, 400", "false, books-l2-tbt, 400", "false, books50-l2-tbt, 50"})
    void changes_followEachOther_andMakeTheBookOfRest(boolean sockets, String channel, int depth) throws IOException {
        exchange = new StreamExchange(sockets);
        StreamClient client = exchange.owner(Door.PUBLIC)
                .subscribe("{\"channel\":\"" + channel + "\",\"instId\":\"NVDA-USDT-SWAP\"}");
        long seed = 20261123L;
        Random random = new Random(seed);
        ClientBook book = new ClientBook();
        book.take(client.push(channel));
        for (int i = 0; i < 60; i++) {
            move(random);
        }
        for (String text : client.settled()) {
            book.take((Map<?, ?>) Json.parse(text));
        }
        Map<?, ?> rest = exchange.row("/api/v5/market/books?instId=NVDA-USDT-SWAP&sz=" + depth);
        assertThat(book.errors()).as("seed %s", seed).isEmpty();
        assertThat(book.updates()).as("seed %s", seed).isGreaterThan(30);
        assertThat(book.bids(depth)).as("seed %s", seed).isEqualTo(rest.get("bids"));
        assertThat(book.asks(depth)).as("seed %s", seed).isEqualTo(rest.get("asks"));
        assertThat(book.seqId()).isLessThanOrEqualTo(((BigDecimal) rest.get("seqId")).longValueExact());
    }

    @Test
    void reset_isAChangeWhoseSequenceNumberIsBelowTheOneBefore() throws IOException {
        exchange = new StreamExchange(false);
        StreamClient client = exchange.connect(Door.PUBLIC).subscribe(BOOKS);
        ClientBook book = new ClientBook();
        book.take(client.push("books"));
        exchange.advance("3D");
        exchange.advance("3D");
        exchange.post("/paper/v1/reset", "{}");
        exchange.advance("1D");
        for (String text : client.settled()) {
            book.take((Map<?, ?>) Json.parse(text));
        }
        Map<?, ?> rest = exchange.row("/api/v5/market/books?instId=NVDA-USDT-SWAP&sz=400");
        assertThat(book.errors()).isEmpty();
        assertThat(book.resets()).isEqualTo(1);
        assertThat(book.bids(400)).isEqualTo(rest.get("bids"));
        assertThat(book.asks(400)).isEqualTo(rest.get("asks"));
    }

    @Test
    void book_thatStandsStillForAMinute_isConfirmedWithItsOwnSequenceNumber() throws IOException {
        exchange = new StreamExchange(false);
        StreamClient client = exchange.connect(Door.PUBLIC).subscribe(BOOKS);
        Map<?, ?> snapshot = (Map<?, ?>) ((List<?>) client.push("books").get("data")).get(0);
        for (int i = 0; i < 3; i++) {
            client.settled();
            exchange.beat(Duration.ofSeconds(20));
        }
        Map<?, ?> row = (Map<?, ?>) ((List<?>) client.push("books").get("data")).get(0);
        assertThat(row.get("seqId")).isEqualTo(snapshot.get("seqId"));
        assertThat(row.get("prevSeqId")).isEqualTo(snapshot.get("seqId"));
        assertThat((List<?>) row.get("asks")).isEmpty();
        assertThat((List<?>) row.get("bids")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"books5", "bbo-tbt"})
    void bestLevels_areWholeInEveryPush(String channel) throws IOException {
        exchange = new StreamExchange(false);
        StreamClient client = exchange.connect(Door.PUBLIC)
                .subscribe("{\"channel\":\"" + channel + "\",\"instId\":\"NVDA-USDT-SWAP\"}");
        client.push(channel);
        exchange.advance("3D");
        Map<?, ?> push = client.push(channel);
        Map<?, ?> row = (Map<?, ?>) ((List<?>) push.get("data")).get(0);
        int depth = channel.equals("books5") ? 5 : 1;
        Map<?, ?> rest = exchange.row("/api/v5/market/books?instId=NVDA-USDT-SWAP&sz=" + depth);
        assertThat(push.containsKey("action")).isFalse();
        assertThat(row.get("asks")).isEqualTo(rest.get("asks"));
        assertThat(row.get("bids")).isEqualTo(rest.get("bids"));
        assertThat(row.get("seqId")).isEqualTo(rest.get("seqId"));
        assertThat(row.containsKey("instId")).isEqualTo(depth == 5);
    }

    /** Lets something happen that changes the book: an order that rests, one that takes, or market time. */
    private void move(Random random) {
        exchange.pass(Duration.ofMillis(200));
        int what = random.nextInt(4);
        if (what == 0) {
            exchange.advance("6H");
        } else if (what == 1) {
            exchange.market(random.nextBoolean() ? "buy" : "sell", "1");
        } else {
            Map<?, ?> ticker = exchange.row("/api/v5/market/ticker?instId=NVDA-USDT-SWAP");
            boolean buy = what == 2;
            BigDecimal px = new BigDecimal((String) ticker.get("last"))
                    .multiply(BigDecimal.valueOf(buy ? 990 + random.nextInt(9) : 1001 + random.nextInt(9), 3))
                    .setScale(2, RoundingMode.DOWN);
            exchange.limit(buy ? "buy" : "sell", px.toPlainString(), "0.5");
        }
    }
}
