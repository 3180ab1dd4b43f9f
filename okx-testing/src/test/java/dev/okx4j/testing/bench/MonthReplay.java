package dev.okx4j.testing.bench;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.OrderTicketBuilder;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.OrderView;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/**
 * Thirty days of one-minute candles of three pairs, made by a seeded walk, with a strategy that keeps a bid and an offer a quarter of a
 * percent away from the price of each pair and moves them every quarter of an hour.
 */
@NullUnmarked
final class MonthReplay {
    private static final List<String> COINS = List.of("AAA", "BBB", "CCC");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MINUTES = 30 * 24 * 60;
    private static final Duration EVERY = Duration.ofMinutes(15);

    private MonthReplay() {}

    static void run() throws IOException {
        Path folder = Files.createTempDirectory("okx4j-month");
        try {
            write(folder);
            Scenario scenario = Scenario.named(folder.toString());
            long begun = System.nanoTime();
            Venue venue = Venue.open(
                    scenario.feed(),
                    Map.of(
                            "USDT",
                            new BigDecimal("1000000"),
                            "AAA",
                            BigDecimal.TEN,
                            "BBB",
                            BigDecimal.TEN,
                            "CCC",
                            BigDecimal.TEN));
            for (Instant to = BEGIN.plus(EVERY); !to.isAfter(scenario.end()); to = to.plus(EVERY)) {
                venue.apply(new Command.Advance(to, false));
                for (OrderView open : venue.openOrders()) {
                    venue.apply(new Command.Cancel(open.instId(), open.ordId(), null));
                }
                for (String coin : COINS) {
                    quote(venue, coin + "-USDT");
                }
            }
            double spent = (System.nanoTime() - begun) / 1e9;
            PaperBench.print(
                    "month: %d one-minute candles of three pairs, %d resting orders, %d fills: %.1f s",
                    3 * MINUTES, venue.orders().size(), venue.fills().size(), spent);
            if (venue.fills().isEmpty()) {
                throw new IllegalStateException("Nothing has filled");
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void quote(Venue venue, String instId) {
        BigDecimal last = venue.quote(instId).last();
        place(venue, instId, Side.BUY, last.multiply(new BigDecimal("0.9975")));
        place(venue, instId, Side.SELL, last.multiply(new BigDecimal("1.0025")));
    }

    private static void place(Venue venue, String instId, Side side, BigDecimal px) {
        Reply reply = venue.apply(new Command.Place(OrderTicketBuilder.builder()
                .instId(instId)
                .tdMode(TradeMode.CASH)
                .side(side)
                .ordType(OrderType.LIMIT)
                .sz(new BigDecimal("0.01"))
                .px(px.setScale(2, side == Side.BUY ? RoundingMode.DOWN : RoundingMode.UP))
                .attachAlgoOrds(List.of())
                .build()));
        // A side that has run out of coins or money rests; anything else would be a flaw of this program.
        if (reply instanceof Reply.Refused refused && !refused.refusal().code().equals("51008")) {
            throw new IllegalStateException("Refused: " + refused);
        }
    }

    private static void write(Path folder) throws IOException {
        StringBuilder candles = new StringBuilder();
        StringBuilder rows = new StringBuilder("[");
        for (String coin : COINS) {
            String instId = coin + "-USDT";
            candles.append(candles.length() == 0 ? "" : ",")
                    .append("{\"instId\":\"" + instId + "\",\"bar\":\"1m\",\"file\":\"" + coin
                            + ".csv\",\"source\":\"a seeded walk\"}");
            rows.append(rows.length() == 1 ? "" : ",")
                    .append(
                            "{\"instId\":\"" + instId + "\",\"instType\":\"SPOT\",\"baseCcy\":\"" + coin
                                    + "\",\"quoteCcy\":\"USDT\",\"tickSz\":\"0.01\",\"lotSz\":\"0.0001\",\"minSz\":\"0.001\",\"lever\":\"\","
                                    + "\"maxLmtSz\":\"1000000\",\"maxMktSz\":\"1000000\",\"maxLmtAmt\":\"\",\"maxMktAmt\":\"\"}");
            Files.writeString(folder.resolve(coin + ".csv"), walk(coin));
        }
        Files.writeString(folder.resolve("instruments.json"), rows.append("]"));
        Instant end = BEGIN.plus(Duration.ofMinutes(MINUTES));
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"schema\":1,\"id\":\"month\",\"title\":\"A month of minutes\",\"start\":\"" + BEGIN
                        + "\",\"begin\":\""
                        + BEGIN.plus(Duration.ofMinutes(1)) + "\",\"end\":\"" + end
                        + "\",\"instruments\":\"instruments.json\",\"candles\":[" + candles + "]}");
    }

    /** Returns a month of candles; prices are whole cents, and one candle opens where the one before has closed. */
    private static String walk(String coin) {
        Random random = new Random(coin.hashCode());
        StringBuilder csv = new StringBuilder("ts,o,h,l,c,vol,volCcy,volCcyQuote\n");
        long price = 10_000;
        for (int minute = 0; minute < MINUTES; minute++) {
            long open = price;
            long close = Math.max(1_000, open + random.nextInt(21) - 10);
            long high = Math.max(open, close) + random.nextInt(6);
            long low = Math.min(open, close) - random.nextInt(6);
            csv.append(BEGIN.plus(Duration.ofMinutes(minute)).toEpochMilli());
            for (long px : List.of(open, high, low, close)) {
                csv.append(',').append(BigDecimal.valueOf(px, 2));
            }
            csv.append(',').append(1 + random.nextInt(1_000)).append(",,\n");
            price = close;
        }
        return csv.toString();
    }
}
