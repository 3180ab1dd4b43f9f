package dev.okx4j.testing.streams;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** A made scenario of any number of swaps, whose prices walk at random, so that every step of market time changes every book. */
final class Markets {
    static final Instant BEGIN = Instant.parse("2026-08-01T01:00:00Z");
    private static final Instant START = BEGIN.minus(Duration.ofHours(1));

    private Markets() {}

    static String name(int number) {
        return "C%02d-USDT-SWAP".formatted(number);
    }

    static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(name(i));
        }
        return names;
    }

    /** Writes the scenario into a folder. */
    static Path write(Path folder, int count, Duration length, long seed) throws IOException {
        List<Object> instruments = new ArrayList<>();
        List<Object> candles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = name(i);
            instruments.add(instrument(i, name));
            candles.add(Map.of(
                    "instId", name, "bar", "1m", "file", name + ".csv", "source", "made by a seeded random walk"));
            Files.writeString(folder.resolve(name + ".csv"), walk(new SplittableRandom(seed + i), length));
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema", 1);
        manifest.put("id", "made");
        manifest.put("title", "Random walks");
        manifest.put("start", START.toString());
        manifest.put("end", BEGIN.plus(length).toString());
        manifest.put("begin", BEGIN.toString());
        manifest.put("instruments", "instruments.json");
        manifest.put("candles", candles);
        Files.writeString(folder.resolve("manifest.json"), Json.write(manifest));
        Files.writeString(folder.resolve("instruments.json"), Json.write(instruments));
        return folder;
    }

    private static String walk(SplittableRandom random, Duration length) {
        StringBuilder csv = new StringBuilder("ts,o,h,l,c,vol,volCcy,volCcyQuote\n");
        long price = 10_000 + random.nextInt(1_000); // in ticks of a tenth
        Instant end = BEGIN.plus(length);
        for (Instant ts = START; ts.isBefore(end); ts = ts.plusSeconds(60)) {
            long close = Math.max(5_000, Math.min(20_000, price + random.nextInt(-12, 13)));
            long high = Math.max(price, close) + random.nextInt(8);
            long low = Math.min(price, close) - random.nextInt(8);
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%s,%s,20000,200,200000%n",
                    ts.toEpochMilli(),
                    tenths(price),
                    tenths(high),
                    tenths(low),
                    tenths(close)));
            price = close;
        }
        return csv.toString();
    }

    private static String tenths(long ticks) {
        return ticks / 10 + "." + ticks % 10;
    }

    private static Map<String, Object> instrument(int number, String instId) {
        String coin = instId.substring(0, 3);
        Map<String, Object> row = new LinkedHashMap<>();
        for (String empty : List.of(
                "alias", "auctionEndTime", "baseCcy", "expTime", "freq", "optType", "quoteCcy", "stk", "maxMktAmt")) {
            row.put(empty, "");
        }
        row.put("category", "1");
        row.put("contTdSwTime", "1611916860000");
        row.put("ctMult", "1");
        row.put("ctType", "linear");
        row.put("ctVal", "0.01");
        row.put("ctValCcy", coin);
        row.put("groupId", "4");
        row.put("instCategory", "1");
        row.put("instFamily", coin + "-USDT");
        row.put("instId", instId);
        row.put("instIdCode", 900_000 + number);
        row.put("instType", "SWAP");
        row.put("lever", "100");
        row.put("listTime", "1573557408000");
        row.put("lotSz", "0.01");
        for (String size : List.of(
                "maxIcebergSz", "maxLmtAmt", "maxLmtSz", "maxMktSz", "maxStopSz", "maxTriggerSz", "maxTwapSz")) {
            row.put(size, "100000000");
        }
        row.put("minSz", "0.01");
        row.put("openType", "call_auction");
        row.put("ruleType", "normal");
        row.put("settleCcy", "USDT");
        row.put("state", "live");
        row.put("tickSz", "0.1");
        row.put("uly", coin + "-USDT");
        return row;
    }
}
